package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.punctual.event.ContentTypes;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;

class ContentTypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "application/json | ''", "application/json | application/json", "application/json | Application/JSON",
            "application/json | application/json; charset=utf-8", "application/json | text/json",
            "application/json | application/vnd.shop+json;v=2", "application/json | application/octet-stream",
            "application/protobuf | application/x-protobuf", "application/protobuf | application/vnd.google.protobuf",
            "application/protobuf | application/protobuf; messageType=a.B", "application/protobuf | ''",
            "application/vnd.apache.thrift.compact | application/vnd.apache.thrift.compact",
            "application/octet-stream | application/xml", "application/octet-stream | !",
            "application/json | ;charset=utf-8" })
    void takesWhatTheCodecReads(String codec, String told) {
        assertThat(ContentTypes.fit(codec, told)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "application/json | application/xml", "application/json | text/plain",
            "application/json | application/protobuf", "application/json | jsonl", "application/json | application/jsonl",
            "application/protobuf | application/json", "application/protobuf | application/vnd.apache.thrift.compact",
            "application/vnd.apache.thrift.compact | application/vnd.apache.thrift.binary" })
    void refusesWhatIsSaidToBeSomethingElse(String codec, String told) {
        assertThat(ContentTypes.fit(codec, told)).isFalse();
    }

    @Test
    void tellsMediaTypesAndNothingAPayloadCouldHideIn() {
        assertThat(ContentTypes.printable("application/XML; a=secret")).isEqualTo("'application/xml'");
        assertThat(ContentTypes.printable("my card is 4111")).doesNotContain("4111");
        assertThat(ContentTypes.printable("a/" + "x".repeat(65))).doesNotContain("x".repeat(65));
    }

    @Test
    void aPayloadOfAnotherContentTypeIsUndecodableAndSaysWhatIsTaken() {
        Envelope envelope = new Envelope("", "t", Correlation.NONE, "application/xml", new byte[] { '<' });

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> Guarded.decode(new Json(), envelope))
                .withMessage("the payload's content type is 'application/xml', and the handler takes application/json");
    }

    private static final class Json implements EventCodec<Object> {

        @Override
        public Object decode(byte[] payload) {
            return "decoded";
        }

        @Override
        public byte[] encode(Object payload) {
            return new byte[0];
        }

        @Override
        public String contentType() {
            return "application/json";
        }
    }
}
