package dev.punctual.local.wire;

import java.util.Map;

import dev.punctual.testkit.aws.AwsException;

/** What tells one AWS service from another on the wire. */
public interface AwsService {

    /** What stands before the dot in the header {@code x-amz-target}, such as {@code Kinesis_20131202}. */
    String target();

    /** What stands before the colon in the names of its IAM actions, such as {@code kinesis}. */
    String actionPrefix();

    /** What it can do. */
    Operations operations();

    /** The headers and the {@code __type} of a refusal. */
    WireError error(AwsException refusal);

    /**
     * How a refusal is told.
     *
     * @param type goes into the body as {@code __type}; SDK clients choose their exception by what follows its {@code #}
     * @param headers in addition to the common ones
     * @param members of the body, in addition to type and message
     */
    record WireError(String type, Map<String, String> headers, Map<String, Object> members) {

        /** With nothing but type and message in its body. */
        public WireError(String type, Map<String, String> headers) {
            this(type, headers, Map.of());
        }
    }
}
