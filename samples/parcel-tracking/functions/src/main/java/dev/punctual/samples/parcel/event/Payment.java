package dev.punctual.samples.parcel.event;

import dev.punctual.PartitionKey;

/**
 * Money that goes from a sender to us, or back.
 *
 * @param paymentId unique
 * @param sender who pays, or is paid back
 * @param cents how much
 */
public record Payment(String paymentId, @PartitionKey String sender, int cents) {
}
