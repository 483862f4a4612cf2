package dev.punctual.template.design;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.punctual.template.application.Application;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.settings.FunctionSettings;
import dev.punctual.template.settings.QueueSettings;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueueMapping;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;
import dev.punctual.template.stack.StreamMapping;

/** Works out the resources of an application: what its declarations ask for, and defaults for the rest. Used once. */
final class StackDesigner {

    /** What AWS advises: so many times the function's timeout is a message hidden while the function has it. */
    static final int TIMEOUTS_HIDDEN = 6;

    private static final int CONCURRENT_RETRIES = 10;
    private static final int CONCURRENT_COMPLETIONS = 2;

    private final Application application;
    private final Settings settings;

    StackDesigner(Application application, Settings settings) {
        this.application = application;
        this.settings = settings;
    }

    Stack stack() {
        List<Stream> streams = streams();
        List<Queue> queues = application.sources().stream().map(this::queues).flatMap(Collection::stream).toList();
        return new Stack(application, settings, streams, queues,
                Arrays.stream(FunctionRole.values()).map(role -> new Function(role, settings.function(role))).toList(),
                streams.stream().filter(Stream::consumed).map(this::mapping).toList(),
                queues.stream().map(this::mapping).flatMap(Optional::stream).toList());
    }

    private List<Stream> streams() {
        Set<String> consumed = new TreeSet<>();
        application.sources().stream().filter(Source::isStream).map(Source::name).forEach(consumed::add);
        Set<String> published = application.publishedStreams();
        Set<String> names = new TreeSet<>(consumed);
        names.addAll(published);
        return names.stream().map(name -> new Stream(Source.stream(name), settings.stream(name), consumed.contains(name),
                published.contains(name))).toList();
    }

    private List<Queue> queues(Source source) {
        List<Queue> queues = new ArrayList<>();
        if (!source.isStream()) {
            queues.add(
                    queue(source, QueuePurpose.SOURCE, settings.queues(source).arn(), Optional.of(QueuePurpose.ON_FAILURE)));
        }
        queues.add(queue(source, QueuePurpose.RETRY, Optional.empty(), Optional.of(QueuePurpose.ON_FAILURE)));
        queues.add(queue(source, QueuePurpose.ON_FAILURE, Optional.empty(), Optional.of(QueuePurpose.DEAD_LETTER)));
        queues.add(queue(source, QueuePurpose.DEAD_LETTER, Optional.empty(), Optional.empty()));
        return queues;
    }

    /** All keep messages for as long as SQS does: one that waits for people, or for an outage to end, must not expire. */
    private Queue queue(Source source, QueuePurpose purpose, Optional<String> arn, Optional<QueuePurpose> redriven) {
        QueueSettings configured = settings.queues(source);
        Queue unhidden = new Queue(source, purpose, arn, Duration.ofSeconds(30), Queue.LONGEST_RETENTION,
                redriven.map(to -> new Queue.Redrive(to, configured.maxReceiveCount())));
        return unhidden.feeds().map(settings::function).map(FunctionSettings::timeout)
                .map(timeout -> configured.visibilityTimeout().orElse(timeout.multipliedBy(TIMEOUTS_HIDDEN)))
                .map(hidden -> new Queue(source, purpose, arn, hidden, unhidden.retention(), unhidden.redrive()))
                .orElse(unhidden);
    }

    private StreamMapping mapping(Stream stream) {
        return MappingDefaults.of(stream, application.handlersOf(stream.source()));
    }

    private Optional<QueueMapping> mapping(Queue queue) {
        QueueSettings configured = settings.queues(queue.source());
        return queue.feeds().map(role -> new QueueMapping(queue, role, configured.batchSize(),
                configured.maximumConcurrency().or(() -> concurrency(queue.purpose()))));
    }

    /** Neither a storm of retries nor one of dead letters must take the account's concurrency from the first attempts. */
    private static Optional<Integer> concurrency(QueuePurpose purpose) {
        return switch (purpose) {
            case RETRY -> Optional.of(CONCURRENT_RETRIES);
            case ON_FAILURE -> Optional.of(CONCURRENT_COMPLETIONS);
            case SOURCE, DEAD_LETTER -> Optional.empty();
        };
    }
}
