package dev.punctual.local.lambda;

/** The name by which AWS would know a function of this host. */
final class FunctionArn {

    private static final String DEFAULT_REGION = "us-east-1";
    private static final String ACCOUNT = "000000000000";

    private FunctionArn() {
    }

    /** The region the function was given in {@code AWS_REGION}, else us-east-1. */
    static String region(FunctionSpec spec) {
        return spec.environment().getOrDefault("AWS_REGION", DEFAULT_REGION);
    }

    static String of(FunctionSpec spec) {
        return "arn:aws:lambda:" + region(spec) + ":" + ACCOUNT + ":function:" + spec.name();
    }
}
