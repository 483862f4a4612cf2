/** The events of parcels, and where they are. */
@NullMarked
package dev.punctual.samples.parcel.event;

import org.jspecify.annotations.NullMarked;
