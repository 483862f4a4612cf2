package dev.punctual.testkit.queue;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;

/**
 * When a queue gives a message up: after this many receives, at the next one, it moves to the dead-letter queue.
 *
 * @param deadLetterTargetArn a queue of the same account and region
 * @param maxReceiveCount 1 – 1,000
 */
public record RedrivePolicy(String deadLetterTargetArn, int maxReceiveCount) {

    private static final JsonFactory JSON = new JsonFactory();

    public RedrivePolicy {
        if (maxReceiveCount < 1 || maxReceiveCount > 1_000) {
            throw new SqsException.InvalidAttributeValue(
                    "RedrivePolicy: maxReceiveCount must be 1 to 1000, was " + maxReceiveCount + ".");
        }
    }

    /** Reads the JSON that is the value of a queue's attribute {@code RedrivePolicy}. */
    public static RedrivePolicy parse(String json) {
        try {
            return read(json);
        } catch (IOException | NumberFormatException e) {
            var refusal = invalid(json);
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static RedrivePolicy read(String json) throws IOException {
        String arn = null;
        String count = null;
        try (var parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw invalid(json);
            }
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "deadLetterTargetArn" -> arn = parser.getValueAsString();
                    case "maxReceiveCount" -> count = parser.getValueAsString();
                    default -> throw invalid(json);
                }
            }
        }
        return of(json, arn, count);
    }

    private static RedrivePolicy of(String json, @Nullable String arn, @Nullable String count) {
        if (arn == null || count == null) {
            throw invalid(json);
        }
        return new RedrivePolicy(arn, Integer.parseInt(count));
    }

    private static SqsException invalid(String json) {
        return new SqsException.InvalidAttributeValue(
                "Value " + json + " for parameter RedrivePolicy is invalid. Reason: it must"
                        + " be a JSON object with deadLetterTargetArn and maxReceiveCount.");
    }

    /** The value of a queue's attribute {@code RedrivePolicy}. */
    public String toJson() {
        return "{\"deadLetterTargetArn\":\"" + deadLetterTargetArn + "\",\"maxReceiveCount\":" + maxReceiveCount + "}";
    }
}
