package dev.punctual.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

class BatchResponseTest {

    private static String response(String... failures) {
        return new String(BatchResponse.of(List.of(failures), new JsonFactory()), StandardCharsets.UTF_8);
    }

    @Test
    void namesNoItemWhenAllWereHandled() {
        assertThat(response()).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void namesTheItemsThatWereNotHandledInTheirOrder() {
        assertThat(response("b", "a")).isEqualTo(
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"b\"},{\"itemIdentifier\":\"a\"}]}");
    }

    @Test
    void writesAnySequenceNumberAsText() {
        assertThat(response("49590338271490256608559692538361571095921575989136588898"))
                .contains("\"49590338271490256608559692538361571095921575989136588898\"");
    }

    @Test
    void escapesWhatJsonDemands() {
        assertThat(response("a\"b\\c\n")).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\\\"b\\\\c\\n\"}]}");
    }
}
