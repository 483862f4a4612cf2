package dev.punctual.runtime.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;

/** How events are published. */
public interface PublisherConfig {

    /**
     * The CloudEvents source of events that name none. By default the application's name.
     */
    Optional<String> source();

    /**
     * Where Kinesis is, if not where its region says: for tests and local runs.
     */
    Optional<URI> endpointOverride();

    /**
     * The region of the streams. By default that of the environment, which Lambda sets.
     */
    Optional<String> region();

    /**
     * How many events of one stream may wait or be under way, at least 1; whoever publishes more waits.
     */
    @WithDefault("10000")
    int bufferEvents();

    /**
     * How many bytes of events of one stream may wait or be under way; whoever publishes more waits.
     */
    @WithDefault("8M")
    MemorySize bufferSize();

    /**
     * How long an event is tried, the wait for room in the buffer included. In a handler, the event's deadline may come before.
     */
    @WithDefault("10S")
    Duration timeout();

    /**
     * How often a record is sent at most, at least 1.
     */
    @WithDefault("10")
    int maxAttempts();

    /**
     * The longest wait after a record was refused for the first time. It doubles each time; the wait itself is random.
     */
    @WithDefault("50ms")
    Duration backoff();

    /**
     * The longest wait of all.
     */
    @WithDefault("2S")
    Duration maxBackoff();

    /**
     * How each stream is written, by its name.
     */
    @WithParentName
    @WithDefaults
    @ConfigDocMapKey("stream-name")
    Map<String, StreamConfig> streams();

    /** How a stream is written; by default one that is not configured. */
    default StreamConfig stream(String name) {
        // With defaults, the map knows every name.
        return Objects.requireNonNull(streams().get(name), name);
    }

    /** How one stream is written. */
    interface StreamConfig {

        /**
         * What surrounds the payload.
         */
        @WithDefault("cloudevents-json")
        Envelope envelope();

        /**
         * How each event, its envelope included, is compressed. Consumers find out by themselves.
         */
        @WithDefault("none")
        Compression compression();

        /**
         * Whether events share records, up to a put unit of 25 KiB. All consumers must understand the aggregated records of the
         * Kinesis Producer Library; those of this extension do.
         */
        @WithDefault("false")
        boolean aggregate();

        /**
         * Which events share a record, where order matters: those of one shard, or those of one partition key. The latter keeps
         * the order of a key while the stream is resharded, and where a consumer has a parallelization factor above 1.
         */
        @WithDefault("shard")
        AggregateBy aggregateBy();

        /**
         * Whether events of one partition key keep their order.
         */
        @WithDefault("per-key")
        Order order();

        /**
         * The most bytes of a record with its partition key, at most 10 MiB. The stream itself must be set to take more than 1
         * MiB.
         */
        @WithDefault("1M")
        MemorySize maxRecordSize();
    }

    /** What surrounds a payload. */
    enum Envelope {
        /** A CloudEvent in JSON, structured mode. */
        CLOUDEVENTS_JSON,
        /** A CloudEvent in Protobuf's format. */
        CLOUDEVENTS_PROTOBUF,
        /** Nothing. */
        NONE
    }

    /** How events are compressed. */
    enum Compression {
        /** Not at all. */
        NONE,
        /** RFC 1952. */
        GZIP,
        /** RFC 8878; needs {@code io.airlift:aircompressor} on the class path. */
        ZSTD
    }

    /** Which events share a record. */
    enum AggregateBy {
        /** Those of one shard. */
        SHARD,
        /** Those of one partition key. */
        KEY
    }

    /** In which order events are put. */
    enum Order {
        /** No event overtakes another of its partition key. */
        PER_KEY,
        /** In any. */
        NONE
    }
}
