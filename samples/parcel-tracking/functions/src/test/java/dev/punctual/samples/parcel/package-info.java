/** The whole application under test. */
@NullMarked
package dev.punctual.samples.parcel;

import org.jspecify.annotations.NullMarked;
