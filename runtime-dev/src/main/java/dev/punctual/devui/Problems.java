package dev.punctual.devui;

import dev.punctual.spi.LetterStoreException;

/** Failures in words for whoever looks at the page. */
final class Problems {

    private Problems() {
    }

    /** What failed; of a client that could not be made, what it says is missing. */
    static String of(RuntimeException failure) {
        if (failure instanceof LetterStoreException) {
            return String.valueOf(failure.getMessage());
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
