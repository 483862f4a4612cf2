/** The bytes of events in messages: as they are, encrypted, or in an object store where they do not fit. */
@NullMarked
package dev.punctual.wire.payload;

import org.jspecify.annotations.NullMarked;
