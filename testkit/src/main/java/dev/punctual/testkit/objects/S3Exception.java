package dev.punctual.testkit.objects;

import dev.punctual.testkit.aws.AwsException;

/** A refusal of the object model, worded as Amazon S3 does. */
public final class S3Exception extends AwsException {

    private static final long serialVersionUID = 1L;

    private S3Exception(String code, String message, int httpStatus) {
        super(code, message, httpStatus);
    }

    static S3Exception noSuchBucket(String bucket) {
        return new S3Exception("NoSuchBucket", "The specified bucket does not exist: " + bucket, 404);
    }

    static S3Exception noSuchKey(String key) {
        return new S3Exception("NoSuchKey", "The specified key does not exist: " + key, 404);
    }

    static S3Exception alreadyOwned(String bucket) {
        return new S3Exception("BucketAlreadyOwnedByYou",
                "Your previous request to create the named bucket succeeded and you already own it: " + bucket, 409);
    }

    static S3Exception bucketNotEmpty(String bucket) {
        return new S3Exception("BucketNotEmpty", "The bucket you tried to delete is not empty: " + bucket, 409);
    }

    static S3Exception invalidBucketName(String bucket) {
        return new S3Exception("InvalidBucketName", "The specified bucket is not valid: '" + bucket
                + "' must have 3 to 63 lower-case letters, digits, dots and hyphens, and start and end with a letter or digit.",
                400);
    }

    static S3Exception keyTooLong(int bytes) {
        return new S3Exception("KeyTooLongError", "Your key is too long: " + bytes + " bytes of UTF-8; 1024 are allowed.", 400);
    }

    static S3Exception preconditionFailed(String header) {
        return new S3Exception("PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold: " + header, 412);
    }

    static S3Exception full(long maximum) {
        return new S3Exception("EntityTooLarge", "The objects would be larger than " + maximum
                + " bytes in all, which is what this model holds; delete some.", 400);
    }

    static S3Exception slowDown(String resource) {
        return new S3Exception("SlowDown", "Please reduce your request rate: " + resource + " (ordered fault).", 503);
    }
}
