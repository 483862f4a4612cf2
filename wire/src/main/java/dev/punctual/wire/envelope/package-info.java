/** The JSON forms of parked events and dead letters. */
@NullMarked
package dev.punctual.wire.envelope;

import org.jspecify.annotations.NullMarked;
