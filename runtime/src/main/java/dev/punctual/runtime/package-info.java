/** The Lambda entry and the assembly of the pipeline behind it. */
@NullMarked
package dev.punctual.runtime;

import org.jspecify.annotations.NullMarked;
