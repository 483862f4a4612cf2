package dev.punctual.runtime.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the functions of an application run. */
@ConfigMapping(prefix = "quarkus.punctual")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface PunctualConfig {

    /** The largest record of a Kinesis stream, in bytes. */
    int LARGEST_EVENT = 10 * 1024 * 1024;

    /**
     * The function that this process is. It refuses events of sources that are not its own, so that a mapping that was
     * wired to the wrong function shows at once. Unset, the event tells.
     */
    Optional<FunctionRole> function();

    /**
     * The field of a plain JSON event that names its type. CloudEvents name theirs in the envelope.
     */
    @WithDefault("type")
    String typeField();

    /**
     * The most bytes of one event, decompressed: 1 to 10M, the largest record that Kinesis takes. Larger ones are
     * undecodable.
     */
    @WithDefault("10M")
    MemorySize maxEventSize();

    /**
     * What becomes of an event whose type no handler takes. Ignored events are counted by the metric
     * {@code punctual.events} with the outcome {@code ignored}.
     */
    @WithDefault("dead-letter")
    UnknownType unknownType();

    /**
     * The most events that may have led to one, each published by the handler of the one before; at least 1. The next one is a
     * dead letter, {@code LOOP}: handlers seem to call each other in a circle. A redriven event may be of a longer chain.
     */
    @WithDefault("32")
    int maxChainLength();

    /**
     * How many handlers of one batch run at once, at least 1. Unset, four for each core: handlers mostly wait for others.
     */
    OptionalInt concurrency();

    /**
     * What an attempt takes. No attempt starts unless this much and the guard are left of the event's time budget. Unset,
     * it is learned: the 99th percentile of a handler's latest attempts, at most half its budget.
     */
    Optional<Duration> attemptCost();

    /**
     * What is kept free at the end of a time budget and of an invocation, for the last message to a queue and the
     * function's answer.
     */
    @WithDefault("250ms")
    Duration guard();

    /**
     * What the retry queue takes beyond a message's delay until the next attempt: polling, and the start of a function.
     */
    @WithDefault("500ms")
    Duration queueLatency();

    /**
     * How outcomes are kept.
     */
    LedgerConfig ledger();

    /**
     * What is logged of events.
     */
    LogConfig log();

    /**
     * How traces are recorded, where the application has {@code quarkus-opentelemetry}.
     */
    TracingConfig tracing();

    /**
     * How metrics leave a function.
     */
    MetricsConfig metrics();

    /**
     * What goes into dead letters.
     */
    DeadLettersConfig deadLetters();

    /**
     * How the bytes of events that do not fit into a message are kept.
     */
    ClaimCheckConfig claimCheck();

    /**
     * How the bytes of events are encrypted in messages and objects.
     */
    EncryptionConfig encryption();

    /**
     * How events are published.
     */
    PublisherConfig publisher();

    /**
     * The queues beside each stream or queue that feeds handlers, by its name.
     */
    @ConfigDocMapKey("source-name")
    Map<String, SourceConfig> source();

    /** The queues beside one source. */
    interface SourceConfig {

        /**
         * The source's name where it is deployed, if not that of the annotation.
         */
        Optional<String> name();

        /**
         * Where its events wait for another attempt. Its name is {@code <source>-retry} by default, after the source's name
         * where it is deployed.
         */
        QueueConfig retryQueue();

        /**
         * Where its dead letters are kept. Its name is {@code <source>-dead-letter} by default.
         */
        QueueConfig deadLetterQueue();

        /**
         * What feeds the dead-letter function: what the platform gives up on, and, where there are
         * {@code @OnDeadLetter} methods, every dead letter. Its name is {@code <source>-on-failure} by default.
         */
        QueueConfig onFailureQueue();
    }

    /** One queue. */
    interface QueueConfig {

        /**
         * The queue's name, 1 to 80 letters, digits, hyphens and underscores.
         */
        Optional<String> name();

        /**
         * The queue's URL. Unset, it is asked for by the queue's name when it is first needed.
         */
        Optional<String> url();
    }

    /** What becomes of an event whose type no handler takes. */
    enum UnknownType {
        /** It becomes a dead letter. */
        DEAD_LETTER,
        /** It passes, and is counted. */
        IGNORE
    }
}
