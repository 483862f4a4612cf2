/** The application on this machine, as its template deploys it. */
@NullMarked
package dev.punctual.samples.parcel.driver;

import org.jspecify.annotations.NullMarked;
