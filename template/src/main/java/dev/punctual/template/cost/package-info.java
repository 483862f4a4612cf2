/** What an application's resources cost, by a price file and stated assumptions. */
@NullMarked
package dev.punctual.template.cost;

import org.jspecify.annotations.NullMarked;
