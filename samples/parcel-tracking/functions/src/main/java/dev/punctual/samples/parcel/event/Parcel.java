package dev.punctual.samples.parcel.event;

import dev.punctual.PartitionKey;

/**
 * A parcel.
 *
 * @param parcelId unique
 * @param sender who sends it
 * @param recipient who is to get it
 */
public record Parcel(@PartitionKey String parcelId, String sender, String recipient) {
}
