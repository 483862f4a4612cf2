package dev.punctual.local.s3;

import java.util.Map;
import java.util.Set;

import dev.punctual.local.http.HttpAnswer;
import dev.punctual.testkit.objects.ObjectService;

/** The operations on one bucket, but for its listing. */
final class BucketOperations {

    private static final byte[] NOTHING = new byte[0];

    private final ObjectService objects;

    BucketOperations(ObjectService objects) {
        this.objects = objects;
    }

    HttpAnswer create(S3Request request) {
        request.query().allowOnly(Set.of());
        objects.createBucket(request.bucket());
        return new HttpAnswer(200, Map.of("Location", "/" + request.bucket()), NOTHING);
    }

    HttpAnswer head(S3Request request) {
        request.query().allowOnly(Set.of());
        objects.headBucket(request.bucket());
        return new HttpAnswer(200, Map.of("x-amz-bucket-region", objects.location().region()), NOTHING);
    }

    HttpAnswer delete(S3Request request) {
        request.query().allowOnly(Set.of());
        objects.deleteBucket(request.bucket());
        return new HttpAnswer(204, Map.of(), NOTHING);
    }
}
