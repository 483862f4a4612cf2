package dev.punctual.deployment.handler;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the events of a method come from, and the names that {@code @OnEvent} gives. */
final class SourceRule implements Rule {

    /** As the Kinesis API reference gives it for StreamName. */
    private static final Pattern STREAM = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");

    /** As the SQS API reference gives it for QueueName, standard queues only. */
    private static final Pattern QUEUE = Pattern.compile("[a-zA-Z0-9_-]{1,80}");

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        return method.onEvent().stream()
                .flatMap(event -> Stream.concat(source(event), Stream.of("type", "id").flatMap(name -> blank(event, name)))
                        .map(problem -> Mistake.in(event, method, problem)));
    }

    private static Stream<String> source(AnnotationValues event) {
        String stream = event.string("stream");
        String queue = event.string("queue");
        if (stream.isEmpty() && queue.isEmpty()) {
            return Stream.of("neither stream nor queue is set; name the one that the events come from");
        }
        Stream<String> both = stream.isEmpty() || queue.isEmpty() ? Stream.empty()
                : Stream.of("both stream '" + stream + "' and queue '" + queue
                        + "' are set; keep one, and write a second method for the other");
        return Stream.of(both, streamName(stream).stream(), queueName(queue).stream()).flatMap(problems -> problems);
    }

    private static Optional<String> streamName(String stream) {
        return stream.isEmpty() || STREAM.matcher(stream).matches() ? Optional.empty()
                : Optional.of("stream '" + stream + "' is not the name of a stream; give 1 to 128 of a-z, A-Z, 0-9, _ . and -");
    }

    private static Optional<String> queueName(String queue) {
        if (queue.isEmpty() || QUEUE.matcher(queue).matches()) {
            return Optional.empty();
        }
        return Optional.of(queue.endsWith(".fifo")
                ? "queue '" + queue + "' is a FIFO queue, which is not supported; use a standard queue"
                : "queue '" + queue + "' is not the name of a queue; give 1 to 80 of a-z, A-Z, 0-9, _ and -");
    }

    private static Stream<String> blank(AnnotationValues event, String attribute) {
        String value = event.string(attribute);
        return value.isEmpty() || !value.isBlank() ? Stream.empty()
                : Stream.of(attribute + " '" + value + "' is blank; give it a name, or leave it out");
    }
}
