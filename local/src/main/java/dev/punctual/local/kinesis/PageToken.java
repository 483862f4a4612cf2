package dev.punctual.local.kinesis;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.punctual.testkit.aws.AwsException;

/**
 * Where the next page of a list begins, opaque to callers; it does not expire.
 *
 * @param stream the stream whose shards are listed; empty in a list of streams
 * @param last the last item of the page before
 */
record PageToken(String stream, String last) {

    String text() {
        return Base64.getUrlEncoder().encodeToString((stream + '|' + last).getBytes(StandardCharsets.UTF_8));
    }

    static PageToken parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 2) {
                return new PageToken(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            throw (AwsException) invalid().initCause(e);
        }
        throw invalid();
    }

    private static AwsException invalid() {
        return new AwsException("InvalidArgumentException", "NextToken is invalid; use one that the service returned.", 400);
    }
}
