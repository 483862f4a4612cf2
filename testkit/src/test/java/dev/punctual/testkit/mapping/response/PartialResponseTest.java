package dev.punctual.testkit.mapping.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialResponseTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "null", "{}", " {} ", "{\"batchItemFailures\":null}", "{\"batchItemFailures\":[]}",
            "{\"statusCode\":200,\"nested\":{\"batchItemFailures\":[1]}}" })
    void takesTheseForSuccess(String answer) {
        assertThat(parse(answer)).isEqualTo(new PartialResponse.AllSucceeded());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
            "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}", "{\"batchItemFailures\":[{\"itemIdentifier\":17}]}",
            "{\"batchItemFailures\":[{\"ItemIdentifier\":\"1\"}]}", "{\"batchItemFailures\":[{}]}",
            "{\"batchItemFailures\":[\"1\"]}", "{\"batchItemFailures\":[null]}", "{\"batchItemFailures\":{}}",
            "{\"batchItemFailures\":\"1\"}", "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"},{\"itemIdentifier\":\"\"}]}",
            "[]", "\"text\"", "17", "{", "{\"batchItemFailures\":[", "{} {}", "\u0000" })
    void takesTheseForAFailureOfTheWholeBatch(String answer) {
        assertThat(parse(answer)).isInstanceOf(PartialResponse.Malformed.class);
    }

    @Test
    void readsTheIdsAndPassesOverOtherFields() {
        var answer = "{\"extra\":[{}],\"batchItemFailures\":[{\"itemIdentifier\":\"1\",\"why\":{}},{\"itemIdentifier\":\"2\"}]}";

        assertThat(parse(answer)).isEqualTo(new PartialResponse.Failures(Set.of("1", "2")));
    }

    private static PartialResponse parse(String answer) {
        return PartialResponse.parse(answer.getBytes(StandardCharsets.UTF_8));
    }
}
