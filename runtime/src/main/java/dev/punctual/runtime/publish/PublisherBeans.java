package dev.punctual.runtime.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import dev.punctual.EventPublisher;
import dev.punctual.publish.StreamPublisher;
import dev.punctual.publish.StreamSettings;
import dev.punctual.publish.StreamSettings.Aggregation;
import dev.punctual.publish.StreamTransport;
import dev.punctual.publish.SwitchTransport;
import dev.punctual.publish.Waiting;
import dev.punctual.retry.Backoff;
import dev.punctual.runtime.aws.Connection;
import dev.punctual.runtime.codec.PayloadCodecs;
import dev.punctual.runtime.config.PublisherConfig;
import dev.punctual.runtime.config.PublisherConfig.AggregateBy;
import dev.punctual.runtime.config.PublisherConfig.Order;
import dev.punctual.runtime.config.PublisherConfig.StreamConfig;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.runtime.priming.Draws;
import dev.punctual.spi.PublishListener;
import dev.punctual.spi.PublishObserver;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The publisher and what it is made of; beans of applications that publish only. */
@Singleton
public class PublisherBeans {

    /** A cold process on little CPU takes seconds for its first call, TLS and credentials included. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(4);

    /** What fails is sent again by the publisher, which keeps the order and the time. */
    private static final int ATTEMPTS = 1;

    private final PublisherConfig config;
    private final SourceNames names;
    private final PublishListener listener;
    private final PublishObserver observer;
    private final Connection<KinesisClient> connection;
    private final ExecutorService executor = threads();

    @Inject
    public PublisherBeans(PunctualConfig config, Instance<PublishListener> listeners, Instance<PublishObserver> observers) {
        this.config = config.publisher();
        this.names = new SourceNames(config.source());
        this.listener = new PublishListeners(listeners.stream().toList());
        this.observer = new PublishObservers(observers.stream().toList());
        this.connection = Connection.to(KinesisClient::builder, new Connection.Settings(this.config.endpointOverride(),
                this.config.region(), CALL_TIMEOUT, ATTEMPTS));
    }

    /** Where published events go. */
    @Produces
    @Singleton
    SwitchTransport transport() {
        return new SwitchTransport(
                new StreamTransport(this::settings, new KinesisStreamWriter(connection::client, names::of), listener,
                        new StreamTransport.Surroundings(InstantSource.system(), Draws.OF_THIS_PROCESS,
                                executor,
                                Waiting.REAL)));
    }

    /** What applications publish with. */
    @Produces
    @Singleton
    EventPublisher publisher(PayloadCodecs codecs, PartitionKeys keys, SwitchTransport transport, Config application) {
        String source = config.source()
                .or(() -> application.getOptionalValue("quarkus.application.name", String.class)).orElse("application");
        return new StreamPublisher(new RecordSerializer(codecs, keys, config, source, listener), transport,
                observer, InstantSource.system());
    }

    /**
     * The settings of a stream.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    StreamSettings settings(String stream) {
        StreamConfig chosen = config.stream(stream);
        try {
            return new StreamSettings(aggregation(chosen), chosen.order() == Order.PER_KEY, config.bufferEvents(),
                    config.bufferSize().asLongValue(), config.timeout(), config.maxAttempts(),
                    new Backoff(config.backoff(), config.maxBackoff()),
                    Math.toIntExact(chosen.maxRecordSize().asLongValue()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("quarkus.punctual.publisher, of the stream '" + stream + "': " + e.getMessage(),
                    e);
        }
    }

    private static Aggregation aggregation(StreamConfig chosen) {
        if (!chosen.aggregate()) {
            return Aggregation.NONE;
        }
        return chosen.aggregateBy() == AggregateBy.KEY ? Aggregation.BY_KEY : Aggregation.BY_SHARD;
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
        connection.close();
    }

    // Unbounded, since each stream needs two threads at most; they end when nothing was published for a minute.
    private static ExecutorService threads() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "punctual-publisher-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }
}
