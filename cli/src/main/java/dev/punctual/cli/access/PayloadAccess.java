package dev.punctual.cli.access;

import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.wire.kms.KmsDataKeys;
import dev.punctual.wire.payload.ClaimCheck;
import dev.punctual.wire.payload.DataKeys;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.s3.S3ObjectStore;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Gets at bytes that are elsewhere or encrypted; the clients for that are made when a letter needs them. */
final class PayloadAccess {

    private static final String PREFIX = "punctual/";

    private final PayloadPlace place;
    private final Clients clients;
    private @Nullable S3Client s3;
    private @Nullable KmsClient kms;

    PayloadAccess(PayloadPlace place, Clients clients) {
        this.place = place;
        this.clients = clients;
    }

    Payloads payloads(InstantSource clock) {
        DataKeys keys = new KmsDataKeys(this::kms, place.kmsKey());
        ClaimCheck.Settings settings = new ClaimCheck.Settings(place.buckets().stream().findFirst(), PREFIX, place.buckets());
        return new Payloads(Optional.of(keys), place.kmsKey().isPresent(),
                Optional.of(new ClaimCheck(new S3ObjectStore(this::s3), settings)), clock);
    }

    private synchronized S3Client s3() {
        S3Client made = s3;
        if (made == null) {
            made = clients.open(S3Client.builder().forcePathStyle(place.s3().isPresent()), place.s3(), "S3");
            s3 = made;
        }
        return made;
    }

    private synchronized KmsClient kms() {
        KmsClient made = kms;
        if (made == null) {
            made = clients.open(KmsClient.builder(), place.kms(), "KMS");
            kms = made;
        }
        return made;
    }
}
