/** The events of an order, and the stream that they are on. */
@NullMarked
package dev.punctual.samples.food.order;

import org.jspecify.annotations.NullMarked;
