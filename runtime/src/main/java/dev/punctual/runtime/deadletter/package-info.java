/** The dead-letter function: what the platform gave up on, made complete. */
@NullMarked
package dev.punctual.runtime.deadletter;

import org.jspecify.annotations.NullMarked;
