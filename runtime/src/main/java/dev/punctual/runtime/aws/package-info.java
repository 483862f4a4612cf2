/** Clients of AWS that the extension makes itself. */
@NullMarked
package dev.punctual.runtime.aws;

import org.jspecify.annotations.NullMarked;
