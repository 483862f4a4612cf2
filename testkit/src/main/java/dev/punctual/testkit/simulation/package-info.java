/** The simulator: the real engine among the models, on virtual time, with everything that can go wrong drawn from a seed. */
@NullMarked
package dev.punctual.testkit.simulation;

import org.jspecify.annotations.NullMarked;
