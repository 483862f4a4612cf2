/** The path of one business transaction: its events, what became of each, and when. */
@NullMarked
package dev.punctual.journey;

import org.jspecify.annotations.NullMarked;
