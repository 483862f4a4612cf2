/** The application with the libraries of AWS's managed runtime alone. */
@NullMarked
package dev.punctual.benchmarks.plain;

import org.jspecify.annotations.NullMarked;
