/** What all readers of JSON share. */
@NullMarked
package dev.punctual.wire.json;

import org.jspecify.annotations.NullMarked;
