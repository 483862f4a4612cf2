/** Customers: they get confirmations, pick up, and are told when an order fails. */
@NullMarked
package dev.punctual.samples.food.customer;

import org.jspecify.annotations.NullMarked;
