package dev.punctual.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import com.google.protobuf.DescriptorProtos.UninterpretedOption.NamePart;
import com.google.protobuf.ListValue;
import com.google.protobuf.Parser;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;

import dev.punctual.spi.UndecodableException;

/** With messages that protoc generated and protobuf-java ships: {@code Struct} nests, {@code NamePart} has required fields. */
class ProtobufCodecTest {

    private static final Struct ORDER = Struct.newBuilder().putFields("customer", text("Zoë 🍕"))
            .putFields("amount", Value.newBuilder().setNumberValue(12.5).build())
            .putFields("dishes", Value.newBuilder()
                    .setListValue(ListValue.newBuilder().addValues(text("soup")).addValues(text("cake"))).build())
            .build();

    private final ProtobufCodec<Struct> codec = new StructCodec();

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    /** Value, ListValue, Value, …: two levels each. */
    static byte[] nested(int lists) {
        Value value = text("x");
        for (int i = 0; i < lists; i++) {
            value = Value.newBuilder().setListValue(ListValue.newBuilder().addValues(value)).build();
        }
        return Struct.newBuilder().putFields("a", value).build().toByteArray();
    }

    @Test
    void readsWhatItWrote() throws UndecodableException {
        assertThat(codec.decode(codec.encode(ORDER))).isEqualTo(ORDER);
        assertThat(codec.decode(new byte[0])).isEqualTo(Struct.getDefaultInstance());
        assertThat(codec.contentType()).isEqualTo("application/protobuf");
    }

    @Test
    void refusesMessagesThatNestBeyondMeasure() throws UndecodableException {
        assertThat(codec.decode(nested(40))).isNotNull();
        for (int lists : new int[] { 60, 1_000 }) {
            assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> codec.decode(nested(lists)))
                    .withMessageContaining("too many levels of nesting").withNoCause();
        }
    }

    @Test
    void refusesUnknownGroupsThatNestBeyondMeasure() {
        byte[] groups = new byte[100_000];
        Arrays.fill(groups, (byte) (9 << 3 | 3));

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> codec.decode(groups))
                .withMessageContaining("too many levels of nesting");
    }

    @Test
    void refusesALengthThatReachesBeyondTheMessage() {
        byte[] claims = { 1 << 3 | 2, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 7 };

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> codec.decode(claims))
                .withMessageStartingWith("the Protobuf message does not fit Struct, near byte ");
    }

    @Test
    void refusesAMessageWithoutARequiredField() {
        ProtobufCodec<NamePart> parts = new ProtobufCodec<NamePart>("NamePart") {
            @Override
            protected Parser<NamePart> parser() {
                return NamePart.parser();
            }
        };

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> parts.decode(new byte[0]))
                .withMessageContaining("missing required fields: name_part, is_extension");
        assertThatIllegalArgumentException().isThrownBy(() -> parts.encode(NamePart.newBuilder().buildPartial()))
                .withMessage("a NamePart lacks fields that it requires");
    }

    @Test
    void keepsUnknownFields() throws UndecodableException {
        byte[] later = { 12 << 3, 1 };

        assertThat(codec.encode(codec.decode(later))).isEqualTo(later);
    }

    @Test
    void readsOrRefusesAnyBytesAndNeverTellsThem() {
        Random random = new Random(5);
        byte[] message = ORDER.toByteArray();
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = message.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertThat(codec.decode(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)))).isNotNull();
            } catch (UndecodableException e) {
                assertThat(e).message().doesNotContain("Zo", "soup", "cake", "customer");
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 19_999);
    }
}
