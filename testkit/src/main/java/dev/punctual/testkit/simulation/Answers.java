package dev.punctual.testkit.simulation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes partial batch responses. */
final class Answers {

    private Answers() {
    }

    /** @param failures sequence numbers or message ids, which need no escapes in JSON */
    static byte[] naming(List<String> failures) {
        return failures.stream().map(id -> "{\"itemIdentifier\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}")).getBytes(StandardCharsets.UTF_8);
    }
}
