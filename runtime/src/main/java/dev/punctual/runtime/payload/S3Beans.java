package dev.punctual.runtime.payload;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.punctual.runtime.aws.Connection;
import dev.punctual.runtime.config.ClaimCheckConfig;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.wire.payload.ObjectStore;
import dev.punctual.wire.s3.S3ObjectStore;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Objects in S3; a bean of applications that have S3's client. */
@Singleton
public class S3Beans {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    private final Connection<S3Client> connection;

    @Inject
    public S3Beans(PunctualConfig settings) {
        ClaimCheckConfig config = settings.claimCheck();
        boolean byPath = config.endpointOverride().isPresent();
        Supplier<S3ClientBuilder> builder = () -> S3Client.builder().forcePathStyle(byPath);
        this.connection = Connection.to(builder, new Connection.Settings(config.endpointOverride(), config.region(),
                CALL_TIMEOUT, ATTEMPTS));
    }

    /** Keeps objects. */
    @Produces
    @Singleton
    ObjectStore objects() {
        return new S3ObjectStore(connection::client);
    }

    @PreDestroy
    void close() {
        connection.close();
    }
}
