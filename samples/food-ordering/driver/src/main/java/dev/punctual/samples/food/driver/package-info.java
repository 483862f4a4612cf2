/** Runs the food-ordering application on this machine, and accounts for every event. */
@NullMarked
package dev.punctual.samples.food.driver;

import org.jspecify.annotations.NullMarked;
