/** Reads and writes JSON as bytes in UTF-8: what the codecs that the build generates call. */
@NullMarked
package dev.punctual.runtime.codec.json;

import org.jspecify.annotations.NullMarked;
