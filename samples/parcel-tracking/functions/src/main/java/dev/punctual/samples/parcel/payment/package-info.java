/** What senders pay. */
@NullMarked
package dev.punctual.samples.parcel.payment;

import org.jspecify.annotations.NullMarked;
