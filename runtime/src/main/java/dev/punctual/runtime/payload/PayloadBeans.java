package dev.punctual.runtime.payload;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.punctual.runtime.config.ClaimCheckConfig;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.wire.payload.ClaimCheck;
import dev.punctual.wire.payload.DataKeys;
import dev.punctual.wire.payload.ObjectStore;
import dev.punctual.wire.payload.Payloads;

/** How messages hold the bytes of events. */
@Singleton
public class PayloadBeans {

    /**
     * What keeps and reads objects; empty where no bucket is configured.
     *
     * @throws IllegalArgumentException if buckets are configured, and the client of S3 is not there
     */
    @Produces
    @Singleton
    Buckets buckets(PunctualConfig settings, Instance<ObjectStore> objects) {
        ClaimCheckConfig config = settings.claimCheck();
        Set<String> others = config.allowedBuckets().orElse(Set.of());
        if (config.bucket().isEmpty() && others.isEmpty()) {
            return new Buckets(Optional.empty());
        }
        if (!objects.isResolvable()) {
            throw new IllegalArgumentException("quarkus.punctual.claim-check names buckets, and the client of S3 is not on the"
                    + " class path; add the dependency software.amazon.awssdk:s3, without netty-nio-client and apache-client");
        }
        return new Buckets(Optional.of(new ClaimCheck(objects.get(),
                new ClaimCheck.Settings(config.bucket(), config.prefix(), others))));
    }

    /**
     * How bytes get into messages and back.
     *
     * @throws IllegalArgumentException if a key is configured, and the client of KMS is not there
     */
    @Produces
    @Singleton
    Payloads payloads(PunctualConfig settings, Buckets buckets, Instance<DataKeys> keys) {
        boolean encrypts = settings.encryption().kmsKey().isPresent();
        if (encrypts && !keys.isResolvable()) {
            throw new IllegalArgumentException("quarkus.punctual.encryption.kms-key is set, and the client of KMS is not on the"
                    + " class path; add the dependency software.amazon.awssdk:kms, without netty-nio-client and apache-client");
        }
        return new Payloads(keys.stream().findFirst(), encrypts, buckets.claimCheck(), InstantSource.system());
    }
}
