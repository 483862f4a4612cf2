/** What couriers scan by hand. */
@NullMarked
package dev.punctual.samples.parcel.scan;

import org.jspecify.annotations.NullMarked;
