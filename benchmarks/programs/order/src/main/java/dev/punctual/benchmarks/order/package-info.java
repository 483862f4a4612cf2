/** What all programs handle. */
@NullMarked
package dev.punctual.benchmarks.order;

import org.jspecify.annotations.NullMarked;
