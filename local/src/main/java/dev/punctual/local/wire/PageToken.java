package dev.punctual.local.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.punctual.testkit.aws.AwsException;

/**
 * Where the next page of a list begins, opaque to callers; it does not expire.
 *
 * @param list which list it is, such as the stream whose shards are listed; without {@code |}
 * @param last the last item of the page before
 */
public record PageToken(String list, String last) {

    /** As callers see it. */
    public String text() {
        return Base64.getUrlEncoder().encodeToString((list + '|' + last).getBytes(StandardCharsets.UTF_8));
    }

    /** @param code of the refusal of a text that is no token */
    public static PageToken parse(String text, String code) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 2) {
                return new PageToken(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException e) {
            throw (AwsException) invalid(code).initCause(e);
        }
        throw invalid(code);
    }

    private static AwsException invalid(String code) {
        return new AwsException(code, "NextToken is invalid; use one that the service returned.", 400);
    }
}
