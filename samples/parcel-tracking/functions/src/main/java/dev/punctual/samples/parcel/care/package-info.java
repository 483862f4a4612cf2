/** Who is told when something has failed for good. */
@NullMarked
package dev.punctual.samples.parcel.care;

import org.jspecify.annotations.NullMarked;
