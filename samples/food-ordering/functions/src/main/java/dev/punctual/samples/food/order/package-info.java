/** The events of an order, and how they are published. */
@NullMarked
package dev.punctual.samples.food.order;

import org.jspecify.annotations.NullMarked;
