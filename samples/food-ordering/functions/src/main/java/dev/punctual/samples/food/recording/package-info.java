/** What happened to each event, for the run's report. */
@NullMarked
package dev.punctual.samples.food.recording;

import org.jspecify.annotations.NullMarked;
