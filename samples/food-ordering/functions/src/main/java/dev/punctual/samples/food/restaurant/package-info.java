/** Restaurants: they are notified of orders and accept them. */
@NullMarked
package dev.punctual.samples.food.restaurant;

import org.jspecify.annotations.NullMarked;
