package dev.punctual.samples.parcel.outside;

/** Whoever was called will never answer: calling again is pointless. */
public class NoLongerThereException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoLongerThereException(String message) {
        super(message);
    }
}
