/** Parcels and addresses before a parcel is on its way. */
@NullMarked
package dev.punctual.samples.parcel.registration;

import org.jspecify.annotations.NullMarked;
