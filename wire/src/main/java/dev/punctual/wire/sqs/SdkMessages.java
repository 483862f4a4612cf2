package dev.punctual.wire.sqs;

import software.amazon.awssdk.core.exception.SdkException;

/** What the AWS SDK says, for people. */
public final class SdkMessages {

    /** What follows names a dozen classes that were asked. */
    private static final String CHAIN = " from any of the providers in the chain";

    private SdkMessages() {
    }

    /** The message of an exception, without the SDK's account of where it has looked for a region or credentials. */
    public static String brief(SdkException e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf(CHAIN);
        return end < 0 ? message : message.substring(0, end);
    }
}
