package dev.punctual.samples.parcel.scan;

/** A photo on which there is nothing to read. */
public class UnreadableScanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableScanException(String message) {
        super(message);
    }
}
