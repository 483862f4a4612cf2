package dev.punctual.devui;

/**
 * A source and its dead-letter queue.
 *
 * @param name the stream's or queue's name
 * @param queue the name of its dead-letter queue
 * @param retryQueue the name of the queue that redriven events go to
 */
public record SourceView(String name, String queue, String retryQueue) {
}
