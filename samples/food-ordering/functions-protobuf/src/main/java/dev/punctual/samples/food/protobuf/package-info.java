/** Orders as Protocol Buffers. */
@NullMarked
package dev.punctual.samples.food.protobuf;

import org.jspecify.annotations.NullMarked;
