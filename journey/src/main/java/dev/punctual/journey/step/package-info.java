/** The steps that functions tell of. */
@NullMarked
package dev.punctual.journey.step;

import org.jspecify.annotations.NullMarked;
