package dev.punctual.template.application;

import java.util.Comparator;

import dev.punctual.event.EventSource;

/**
 * A stream or queue that feeds handlers, or that is published to.
 *
 * @param kind what it is
 * @param name its name, as in {@code @OnEvent}; where it is deployed it may have another
 */
public record Source(EventSource.Kind kind, String name) implements Comparable<Source> {

    private static final Comparator<Source> ORDER = Comparator.comparing(Source::kind).thenComparing(Source::name);

    /** A Kinesis stream. */
    public static Source stream(String name) {
        return new Source(EventSource.Kind.STREAM, name);
    }

    /** An SQS queue. */
    public static Source queue(String name) {
        return new Source(EventSource.Kind.QUEUE, name);
    }

    /** Whether it is a stream. */
    public boolean isStream() {
        return kind == EventSource.Kind.STREAM;
    }

    /** {@code stream orders} or {@code queue orders}, for messages. */
    public String described() {
        return (isStream() ? "stream " : "queue ") + name;
    }

    /** Streams first, then by name. */
    @Override
    public int compareTo(Source other) {
        return ORDER.compare(this, other);
    }
}
