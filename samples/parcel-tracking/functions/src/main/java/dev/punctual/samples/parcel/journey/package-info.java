/** A parcel's way from its sender to its recipient. */
@NullMarked
package dev.punctual.samples.parcel.journey;

import org.jspecify.annotations.NullMarked;
