package dev.punctual.local.kinesis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Addressed;
import dev.punctual.testkit.aws.AwsException;

/** The shape of a request about one stream, given by its name, its ARN or both. */
interface OnStream extends Addressed {

    Pattern ARN = Pattern.compile("arn:aws[a-z-]*:kinesis:[a-z0-9-]*:\\d{12}:stream/([a-zA-Z0-9_.-]+)");

    @Nullable
    String streamName();

    @Nullable
    String streamARN();

    @Override
    default String resource() {
        String name = streamName();
        if (name != null) {
            return name;
        }
        Matcher arn = ARN.matcher(streamARN() == null ? "" : streamARN());
        return arn.matches() ? arn.group(1) : "";
    }

    /** The stream's name, or a refusal: neither is given, the ARN is none of a stream, or the two contradict each other. */
    default String requiredStream() {
        String arn = streamARN();
        if (streamName() == null && arn == null) {
            throw invalid("Either StreamName or StreamARN must be given.");
        }
        if (arn != null) {
            Matcher matcher = ARN.matcher(arn);
            if (!matcher.matches()) {
                throw invalid("StreamARN '" + arn + "' must be like arn:aws:kinesis:us-east-1:000000000000:stream/orders.");
            }
            if (!matcher.group(1).equals(resource())) {
                throw invalid("StreamName '" + streamName() + "' and StreamARN '" + arn + "' must name the same stream.");
            }
        }
        return resource();
    }

    private static AwsException invalid(String message) {
        return new AwsException("InvalidArgumentException", message, 400);
    }
}
