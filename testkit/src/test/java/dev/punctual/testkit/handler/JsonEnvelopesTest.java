package dev.punctual.testkit.handler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;

class JsonEnvelopesTest {

    private final JsonEnvelopes envelopes = new JsonEnvelopes(new ObjectMapper());

    @Test
    void readsACloudEvent() throws UndecodableException {
        var envelope = read("""
                {"specversion":"1.0","id":"7","type":"placed","correlationid":"c","data":{"dish":"soup"}}""");

        assertThat(envelope)
                .extracting(Envelope::id, Envelope::type, it -> it.correlation().correlationId(),
                        Envelope::contentType)
                .containsExactly("7", "placed", "c", "application/json");
        assertThat(new String(envelope.payload(), UTF_8)).isEqualTo("{\"dish\":\"soup\"}");
    }

    @Test
    void readsBinaryData() throws UndecodableException {
        assertThat(read("""
                {"specversion":"1.0","id":"7","type":"placed","data_base64":"AQI="}""").payload()).containsExactly(1, 2);
    }

    @Test
    void readsAPlainObject() throws UndecodableException {
        var envelope = read("{\"type\":\"placed\",\"dish\":\"soup\"}");

        assertThat(envelope.id()).isEmpty();
        assertThat(envelope.type()).isEqualTo("placed");
        assertThat(new String(envelope.payload(), UTF_8)).isEqualTo("{\"type\":\"placed\",\"dish\":\"soup\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a"                                                   | the event is not JSON (JsonEOFException)
            {} {}                                                  | the event is not JSON (MismatchedInputException)
            [1]                                                    | the event is not a JSON object
            {"specversion":"1.0","id":"7"}                         | the CloudEvent has no type
            {"specversion":"1.0","type":"t","data_base64":"%%"}    | the CloudEvent's data_base64 is not base64
            """)
    void refusesOtherBytes(String text, String message) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> read(text)).withMessage(message);
    }

    private Envelope read(String text) throws UndecodableException {
        return envelopes.read(text.getBytes(UTF_8));
    }
}
