/** The JSON forms of parked events and dead letters. */
@NullMarked
package dev.punctual.runtime.envelope;

import org.jspecify.annotations.NullMarked;
