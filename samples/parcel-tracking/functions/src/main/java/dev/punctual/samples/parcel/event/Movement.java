package dev.punctual.samples.parcel.event;

import dev.punctual.PartitionKey;

/**
 * A parcel's arrival at a place.
 *
 * @param parcelId of the parcel
 * @param place a depot, or the route of a courier
 */
public record Movement(@PartitionKey String parcelId, String place) {
}
