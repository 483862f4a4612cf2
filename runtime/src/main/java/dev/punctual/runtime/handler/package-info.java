/** The application's handlers, as the build found them. */
@NullMarked
package dev.punctual.runtime.handler;

import org.jspecify.annotations.NullMarked;
