/** The envelopes around payloads, CloudEvents 1.0 in its forms: which one an event is in, reading and writing it. */
@NullMarked
package dev.punctual.wire.cloudevents;

import org.jspecify.annotations.NullMarked;
