package dev.punctual.event;

/**
 * A stream or queue that events come from.
 *
 * @param kind what it is
 * @param name its name, as in {@code @OnEvent}
 * @param arn its Amazon resource name
 */
public record EventSource(Kind kind, String name, String arn) {

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
        String[] parts = arn.split(":", 6);
        if (parts.length == 6 && parts[2].equals("kinesis") && parts[5].startsWith("stream/")) {
            // A consumer's ARN goes on with /consumer/NAME:CREATED.
            String path = parts[5].substring("stream/".length());
            int end = path.indexOf('/');
            return new EventSource(Kind.STREAM, end < 0 ? path : path.substring(0, end), arn);
        }
        if (parts.length == 6 && parts[2].equals("sqs")) {
            return new EventSource(Kind.QUEUE, parts[5], arn);
        }
        throw new IllegalArgumentException(
                "'" + arn
                        + "' is not the ARN of a Kinesis stream or an SQS queue (arn:aws:kinesis:…:stream/NAME, arn:aws:sqs:…:NAME)");
    }
}
