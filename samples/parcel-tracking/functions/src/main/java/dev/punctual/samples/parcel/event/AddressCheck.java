package dev.punctual.samples.parcel.event;

/**
 * An address that somebody should look at.
 *
 * @param parcelId of the parcel that is to go there
 * @param town where it is
 */
public record AddressCheck(String parcelId, String town) {
}
