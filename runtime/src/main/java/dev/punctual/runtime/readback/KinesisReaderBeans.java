package dev.punctual.runtime.readback;

import java.time.Duration;
import java.time.InstantSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.punctual.runtime.aws.Connection;
import dev.punctual.runtime.config.PublisherConfig;
import dev.punctual.runtime.config.PunctualConfig;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Reads streams again; a bean of applications that have Kinesis' client. */
@Singleton
public class KinesisReaderBeans {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    private final Connection<KinesisClient> connection;

    @Inject
    public KinesisReaderBeans(PunctualConfig settings) {
        PublisherConfig config = settings.publisher();
        this.connection = Connection.to(KinesisClient::builder, new Connection.Settings(config.endpointOverride(),
                config.region(), CALL_TIMEOUT, ATTEMPTS));
    }

    /** Reads streams. */
    @Produces
    @Singleton
    StreamReader streams() {
        return new KinesisReader(connection::client, InstantSource.system());
    }

    @PreDestroy
    void close() {
        connection.close();
    }
}
