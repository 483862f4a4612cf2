/** The application with quarkus-amazon-lambda alone. */
@NullMarked
package dev.punctual.benchmarks.quarkus;

import org.jspecify.annotations.NullMarked;
