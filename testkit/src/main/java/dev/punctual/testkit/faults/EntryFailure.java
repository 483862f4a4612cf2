package dev.punctual.testkit.faults;

/**
 * Why one entry of a batch fails.
 *
 * @param code AWS's error code
 */
public record EntryFailure(String code, String message) {
}
