/** Reads envelopes, reads and writes payloads. */
@NullMarked
package dev.punctual.runtime.codec;

import org.jspecify.annotations.NullMarked;
