package dev.punctual.testkit.queue;

/**
 * An entry of a batch request.
 *
 * @param id 1–80 letters, digits, hyphens and underscores; distinct within the batch
 */
public record BatchEntry<T>(String id, T value) {
}
