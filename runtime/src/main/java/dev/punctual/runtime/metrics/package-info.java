/** Counters and timers of what happens to events. */
@NullMarked
package dev.punctual.runtime.metrics;

import org.jspecify.annotations.NullMarked;
