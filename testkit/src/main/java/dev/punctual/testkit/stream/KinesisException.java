package dev.punctual.testkit.stream;

import dev.punctual.testkit.aws.AwsException;

/** A refusal of the stream model, one sub-class per error code of Amazon Kinesis Data Streams. */
public abstract sealed class KinesisException extends AwsException {

    private static final long serialVersionUID = 1L;

    private KinesisException(String code, String message) {
        super(code, message, 400);
    }

    /** The stream or shard does not exist. */
    public static final class ResourceNotFound extends KinesisException {
        private static final long serialVersionUID = 1L;

        ResourceNotFound(String message) {
            super("ResourceNotFoundException", message);
        }
    }

    /** A stream of this name exists already. */
    public static final class ResourceInUse extends KinesisException {
        private static final long serialVersionUID = 1L;

        ResourceInUse(String message) {
            super("ResourceInUseException", message);
        }
    }

    /** A parameter is out of its range, or does not fit the stream. */
    public static final class InvalidArgument extends KinesisException {
        private static final long serialVersionUID = 1L;

        InvalidArgument(String message) {
            super("InvalidArgumentException", message);
        }
    }

    /** The limit on how far or how often a stream may be scaled is exceeded. */
    public static final class LimitExceeded extends KinesisException {
        private static final long serialVersionUID = 1L;

        LimitExceeded(String message) {
            super("LimitExceededException", message);
        }
    }

    /** A shard's throughput is used up, or a throttle was ordered. */
    public static final class ProvisionedThroughputExceeded extends KinesisException {
        static final String CODE = "ProvisionedThroughputExceededException";
        private static final long serialVersionUID = 1L;

        ProvisionedThroughputExceeded(String message) {
            super(CODE, message);
        }
    }

    /** The shard iterator is older than five minutes. */
    public static final class ExpiredIterator extends KinesisException {
        public static final String CODE = "ExpiredIteratorException";
        private static final long serialVersionUID = 1L;

        ExpiredIterator(String message) {
            super(CODE, message);
        }
    }
}
