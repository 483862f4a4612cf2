package dev.punctual.runtime.event;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

class RecordsReaderTest {

    private final RecordsReader reader = new RecordsReader(new JsonFactory());

    private List<List<String>> fieldsOf(String payload) {
        return reader.all(utf8(payload), parser -> {
            List<String> fields = new ArrayList<>();
            RecordsReader.eachField(parser, (field, value) -> fields.add(field + "=" + value.getText()));
            return fields;
        });
    }

    @Test
    void readsTheFieldsOfEveryRecordInTheirOrder() {
        assertThat(fieldsOf("{\"Records\":[{\"a\":1,\"b\":\"x\"},{},{\"c\":true}]}"))
                .containsExactly(List.of("a=1", "b=x"), List.of(), List.of("c=true"));
    }

    @Test
    void skipsWhatTheReaderLeavesOfNestedValues() {
        assertThat(fieldsOf("{\"Records\":[{\"a\":{\"Records\":[{\"x\":[[]]}]},\"b\":[1,{\"y\":{}}],\"c\":2}]}"))
                .containsExactly(List.of("a={", "b=[", "c=2"));
    }

    @Test
    void findsTheRecordsAmongOtherFields() {
        assertThat(fieldsOf("{\"window\":{\"Records\":[{\"no\":0}]},\"n\":[{}],\"Records\":[{\"a\":1}],\"state\":{\"k\":[]}}"))
                .containsExactly(List.of("a=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}",
            "{\"Records\":[{\"x\":{\"eventSource\":\"no\"},\"eventSource\":\"aws:sqs\",\"y\":1},{\"eventSource\":\"other\"}]}" })
    void tellsTheSourceOfTheFirstRecord(String payload) {
        assertThat(reader.source(utf8(payload))).isEqualTo("aws:sqs");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"Records\":[]}", "{\"Records\":[{}]}", "{\"Records\":[{\"eventsource\":\"aws:sqs\"}]}",
            "{\"Records\":[{},{\"eventSource\":\"aws:sqs\"}]}" })
    void tellsNoSourceWhereTheFirstRecordHasNone(String payload) {
        assertThat(reader.source(utf8(payload))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "null", "1", "\"Records\"", "[]", "[{\"Records\":[]}]", "{}", "{\"records\":[]}",
            "{\"Records\":null}", "{\"Records\":{}}", "{\"Records\":{\"Records\":[]}}", "{\"Records\":\"[]\"}",
            "{\"Records\":1}", "{\"version\":\"2.0\",\"rawPath\":\"/\"}" })
    void refusesAPayloadWithoutAnArrayOfRecords(String payload) {
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> fieldsOf(payload)).withMessage(
                "the payload has no Records; expected the event of a Kinesis or SQS event source mapping");
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> reader.source(utf8(payload)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "1", "\"x\"", "[]", "true" })
    void refusesARecordThatIsNoObject(String record) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> fieldsOf("{\"Records\":[{}," + record + "]}")).withMessage("Records[1] is not an object");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"Records\":[]", "{\"Records\":[{}]", "{\"Records\":[{}],", "{\"Records\":[{}],\"a\"",
            "{\"Records\":[{}],\"a\":}", "{\"Records\":[{}]}}", "{\"Records\":[{}]}{}", "{\"Records\":[{}]} x",
            "{\"Records\":[{}],\"a\":[}", "{\"Records\":[{]}" })
    void refusesAPayloadThatIsCutOrGoesOn(String payload) {
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> fieldsOf(payload));
    }

    @Test
    void tellsWhereThePayloadIsNotJsonAndNeverQuotesIt() {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> fieldsOf("{\"Records\":[{\"a\":marker4711}]}"))
                .withMessageMatching("the payload is not JSON, from byte \\d+ on").withNoCause();
    }

    @Test
    void refusesRecordsThatAreNestedBeyondMeasure() {
        String deep = "{\"Records\":[{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]}";

        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> fieldsOf(deep));
    }
}
