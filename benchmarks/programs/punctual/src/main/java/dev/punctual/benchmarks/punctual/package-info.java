/** The application with the extension. */
@NullMarked
package dev.punctual.benchmarks.punctual;

import org.jspecify.annotations.NullMarked;
