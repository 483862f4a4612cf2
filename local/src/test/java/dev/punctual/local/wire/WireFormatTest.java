package dev.punctual.local.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.testkit.aws.AwsException;

class WireFormatTest {

    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.089Z");

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void readsWhatItWrites(WireFormat format) {
        Shape written = new Shape("text", 7, true, new byte[] { -1, 0 }, TIME);

        Shape read = format.read(format.write(written), Shape.class);

        assertThat(read).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void writesTimestampsInJsonAsSecondsWithAFractionAndBytesAsBase64() {
        byte[] written = WireFormat.JSON_1_1.write(new Shape(null, null, null, new byte[] { -1, 0 }, TIME));

        assertThat(new String(written, StandardCharsets.UTF_8))
                .isEqualTo("{\"SomeBytes\":\"/wA=\",\"SomeTime\":1772600767.089}");
    }

    @Test
    void writesTimestampsInCborAsMillisecondsWithTagOne() {
        byte[] written = WireFormat.CBOR_1_1.write(new Shape(null, null, null, null, Instant.ofEpochMilli(1)));

        assertThat(written).endsWith(0xc1, 0x01, 0xff);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"SomeNumber\":\"7\"}", "{\"SomeNumber\":7.5}", "{\"SomeNumber\":99999999999}",
            "{\"SomeFlag\":\"true\"}", "{\"SomeFlag\":1}", "{\"SomeText\":true}", "{\"SomeTime\":\"now\"}",
            "{\"SomeTime\":1e400}", "{\"SomeTime\":1e999999999}", "{\"SomeTime\":{}}" })
    void coercesNothing(String json) {
        assertThatThrownBy(() -> WireFormat.JSON_1_1.read(json.getBytes(StandardCharsets.UTF_8), Shape.class))
                .isInstanceOfSatisfying(AwsException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("SerializationException"));
    }

    @Test
    void ignoresMembersItDoesNotKnowAndTakesNoBodyForAnEmptyStructure() {
        byte[] unknown = "{\"Other\":[1,{}],\"SomeText\":\"text\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(WireFormat.JSON_1_0.read(unknown, Shape.class).someText()).isEqualTo("text");
        assertThat(WireFormat.CBOR_1_1.read(new byte[0], Shape.class).someText()).isNull();
    }

    @Test
    void knowsItsContentTypesWithTheirParameters() {
        assertThat(WireFormat.of("Application/X-Amz-Json-1.0; charset=utf-8")).contains(WireFormat.JSON_1_0);
        assertThat(WireFormat.of("application/x-amz-cbor-1.1")).contains(WireFormat.CBOR_1_1);
        assertThat(WireFormat.of("application/json")).contains(WireFormat.JSON_1_1);
        assertThat(WireFormat.of("text/xml")).isEmpty();
        assertThat(WireFormat.of("")).isEmpty();
    }

    record Shape(@Nullable String someText, @Nullable Integer someNumber, @Nullable Boolean someFlag,
            byte @Nullable [] someBytes, @Nullable Instant someTime) {
    }
}
