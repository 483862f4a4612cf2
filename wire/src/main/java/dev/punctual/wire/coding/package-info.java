/** How events are compressed on the wire. */
@NullMarked
package dev.punctual.wire.coding;

import org.jspecify.annotations.NullMarked;
