/** Where the dead letters of the applications go. */
@NullMarked
package dev.punctual.benchmarks.queues;

import org.jspecify.annotations.NullMarked;
