package dev.punctual.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stream or queue that events come from.
 *
 * @param kind what it is
 * @param name its name, as in {@code @OnEvent}
 * @param arn its Amazon resource name
 */
public record EventSource(Kind kind, String name, String arn) {

    // A consumer's ARN goes on with /consumer/NAME:CREATED.
    private static final Pattern STREAM_ARN = Pattern.compile("arn:[^:]*:kinesis:[^:]*:[^:]*:stream/([^/]+)(/.*)?");
    private static final Pattern QUEUE_ARN = Pattern.compile("arn:[^:]*:sqs:[^:]*:[^:]*:(.+)");

    /** The kinds of event source. */
    public enum Kind {
        /** A Kinesis data stream. */
        STREAM,
        /** An SQS queue. */
        QUEUE
    }

    /**
     * The source that an ARN names: {@code arn:aws:kinesis:…:stream/NAME} or {@code arn:aws:sqs:…:NAME}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static EventSource ofArn(String arn) {
        Matcher stream = STREAM_ARN.matcher(arn);
        if (stream.matches()) {
            return new EventSource(Kind.STREAM, stream.group(1), arn);
        }
        Matcher queue = QUEUE_ARN.matcher(arn);
        if (queue.matches()) {
            return new EventSource(Kind.QUEUE, queue.group(1), arn);
        }
        throw new IllegalArgumentException(
                "'" + arn
                        + "' is not the ARN of a Kinesis stream or an SQS queue (arn:aws:kinesis:…:stream/NAME, arn:aws:sqs:…:NAME)");
    }
}
