package dev.punctual.samples.parcel.event;

/**
 * What a courier's scanner has taken.
 *
 * @param parcelId of the parcel, as far as the scanner has read it
 * @param scanner the scanner's name
 * @param place where it was taken
 * @param photo of the label, up to a megabyte
 */
@SuppressWarnings("ArrayRecordComponent") // Scans are not compared.
public record Scan(String parcelId, String scanner, String place, byte[] photo) {
}
