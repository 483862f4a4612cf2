package dev.punctual.wire.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

import dev.punctual.wire.payload.ObjectStore;
import dev.punctual.wire.payload.PayloadException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Objects in S3; safe for use by several threads. */
public final class S3ObjectStore implements ObjectStore {

    private final Supplier<S3Client> client;

    /**
     * @param client called on first need, and each time
     */
    public S3ObjectStore(Supplier<S3Client> client) {
        this.client = client;
    }

    @Override
    public void put(String bucket, String key, byte[] bytes) throws PayloadException {
        try {
            client.get().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
        } catch (SdkException e) {
            throw failure("S3 does not take", bucket, key, e);
        }
    }

    @Override
    public byte[] get(String bucket, String key, int limit) throws PayloadException {
        try (ResponseInputStream<GetObjectResponse> object = client.get()
                .getObject(request -> request.bucket(bucket).key(key))) {
            byte[] bytes = object.readNBytes(limit + 1);
            if (bytes.length > limit) {
                object.abort();
                throw new PayloadException("The object s3://" + bucket + '/' + key + " has more than " + limit + " bytes");
            }
            Long told = object.response().contentLength();
            if (told != null && told != bytes.length) {
                throw new PayloadException("The object s3://" + bucket + '/' + key + " broke off after " + bytes.length + " of "
                        + told + " bytes");
            }
            return bytes;
        } catch (SdkException | IOException | UncheckedIOException e) {
            throw failure("S3 does not give", bucket, key, e);
        }
    }

    private static PayloadException failure(String what, String bucket, String key, Exception e) {
        return new PayloadException(what + " the object s3://" + bucket + '/' + key + ": " + e.getMessage()
                + ". Check that it is there, and that the function or user may use it", e);
    }
}
