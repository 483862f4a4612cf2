/** What the engine needs of the world: codecs, queues, listeners. */
@NullMarked
package dev.punctual.spi;

import org.jspecify.annotations.NullMarked;
