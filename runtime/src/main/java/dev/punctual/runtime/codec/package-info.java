/** Reads envelopes and payloads from JSON. */
@NullMarked
package dev.punctual.runtime.codec;

import org.jspecify.annotations.NullMarked;
