package dev.punctual.runtime.config;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.runtime.config.PunctualConfig.QueueConfig;
import dev.punctual.runtime.config.PunctualConfig.SourceConfig;
import dev.punctual.wire.sqs.QueueAddress;

/** The queues beside each source of the application, and what each is for; immutable. */
public final class QueueDirectory {

    /** What a queue beside a source is for. */
    public enum Purpose {
        /** Events wait in it for another attempt. */
        RETRY("retry"),
        /** Dead letters are kept in it. */
        DEAD_LETTER("dead-letter"),
        /** What the dead-letter function is fed by. */
        ON_FAILURE("on-failure");

        private final String suffix;

        Purpose(String suffix) {
            this.suffix = suffix;
        }

        private QueueConfig of(SourceConfig config) {
            return switch (this) {
                case RETRY -> config.retryQueue();
                case DEAD_LETTER -> config.deadLetterQueue();
                case ON_FAILURE -> config.onFailureQueue();
            };
        }
    }

    /**
     * A queue beside a source.
     *
     * @param source the source's name where it is deployed
     * @param purpose what it is for
     * @param name its name
     * @param url its URL, if it is configured
     */
    public record Queue(String source, Purpose purpose, String name, Optional<String> url) {

        /** Where it is. */
        public QueueAddress address() {
            return new QueueAddress(name, url);
        }
    }

    private final Map<String, Map<Purpose, Queue>> bySource = new HashMap<>();
    private final Map<String, Queue> byName = new HashMap<>();

    /**
     * @param sources the names of the sources, as handlers name them
     * @param configured the configuration by source
     * @throws IllegalArgumentException if one queue would serve two purposes, or two sources be one
     */
    public QueueDirectory(Collection<String> sources, Map<String, SourceConfig> configured) {
        SourceNames names = new SourceNames(configured);
        names.requireDistinct(sources);
        for (String declared : sources) {
            String source = names.of(declared);
            for (Purpose purpose : Purpose.values()) {
                Queue queue = queue(source, purpose, configured.get(declared));
                bySource.computeIfAbsent(source, key -> new EnumMap<>(Purpose.class)).put(purpose, queue);
                Queue before = byName.putIfAbsent(queue.name(), queue);
                if (before != null && before.purpose() != purpose) {
                    throw new IllegalArgumentException("quarkus.punctual.source: the queue '" + queue.name() + "' is the "
                            + before.purpose().suffix + " queue of '" + before.source() + "' and the " + purpose.suffix
                            + " queue of '" + source + "'; give one of them another name");
                }
            }
        }
    }

    private static Queue queue(String source, Purpose purpose, @Nullable SourceConfig config) {
        Optional<QueueConfig> queue = Optional.ofNullable(config).map(purpose::of);
        Optional<String> url = queue.flatMap(QueueConfig::url);
        String name = queue.flatMap(QueueConfig::name)
                .or(() -> url.map(it -> it.substring(it.lastIndexOf('/') + 1)))
                .orElse(source + '-' + purpose.suffix);
        return new Queue(source, purpose, name, url);
    }

    /**
     * The queue beside a source, by its name where it is deployed; where the application has no such source, the one of that
     * source's default name.
     */
    public Queue of(String source, Purpose purpose) {
        Queue beside = bySource.containsKey(source) ? null : byName.get(source);
        String owner = beside == null ? source : beside.source();
        return Optional.ofNullable(bySource.get(owner)).map(queues -> queues.get(purpose))
                .orElseGet(() -> queue(owner, purpose, null));
    }

    /** What a queue is for, by its name; empty where it is beside no source of the application. */
    public Optional<Queue> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
