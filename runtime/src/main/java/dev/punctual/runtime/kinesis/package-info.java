/** Kinesis events, read from the bytes that Lambda hands over. */
@NullMarked
package dev.punctual.runtime.kinesis;

import org.jspecify.annotations.NullMarked;
