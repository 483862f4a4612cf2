package dev.punctual.runtime.payload;

import java.time.Duration;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.punctual.runtime.aws.Connection;
import dev.punctual.runtime.config.EncryptionConfig;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.wire.kms.KmsDataKeys;
import dev.punctual.wire.payload.DataKeys;
import software.amazon.awssdk.services.kms.KmsClient;

/** Keys of KMS; a bean of applications that have KMS's client. */
@Singleton
public class KmsBeans {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;

    private final Connection<KmsClient> connection;

    @Inject
    public KmsBeans(PunctualConfig settings) {
        EncryptionConfig config = settings.encryption();
        this.connection = Connection.to(KmsClient::builder, new Connection.Settings(config.endpointOverride(),
                config.region(), CALL_TIMEOUT, ATTEMPTS));
    }

    /** Makes keys. */
    @Produces
    @Singleton
    DataKeys keys(PunctualConfig settings) {
        return new KmsDataKeys(connection::client, settings.encryption().kmsKey());
    }

    @PreDestroy
    void close() {
        connection.close();
    }
}
