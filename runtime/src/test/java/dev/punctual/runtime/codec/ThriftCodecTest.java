package dev.punctual.runtime.codec;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;

import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.junit.jupiter.api.Test;

import dev.punctual.spi.UndecodableException;

class ThriftCodecTest {

    static final ThriftCodec<ThriftOrder> CODEC = new ThriftCodec<>("Order") {
        @Override
        protected ThriftOrder create() {
            return new ThriftOrder();
        }
    };

    static ThriftOrder order() {
        ThriftOrder order = new ThriftOrder();
        order.id = "Zoë 🍕";
        order.amount = -3;
        order.notes.put("kitchen", new byte[] { 1, 2, 3 });
        order.tags.add(Long.MIN_VALUE);
        order.parts.add(order.deepCopy());
        return order;
    }

    private static byte[] nested(int levels) {
        ThriftOrder order = new ThriftOrder();
        order.id = "x";
        for (int i = 1; i < levels; i++) {
            ThriftOrder outer = new ThriftOrder();
            outer.id = "x";
            outer.parts.add(order);
            order = outer;
        }
        return CODEC.encode(order);
    }

    @Test
    void readsWhatItWrote() throws UndecodableException {
        assertThat(CODEC.decode(CODEC.encode(order()))).isEqualTo(order());
        assertThat(CODEC.contentType()).isEqualTo("application/vnd.apache.thrift.compact");
    }

    @Test
    void refusesStructsThatNestBeyondMeasure() throws UndecodableException {
        // A struct in a list is two levels.
        assertThat(CODEC.decode(nested(32))).isNotNull();
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> CODEC.decode(nested(33)))
                .withMessage("the Thrift struct does not fit Order: it is nested more than 64 levels");
    }

    @Test
    void refusesUnknownFieldsThatNestBeyondMeasure() {
        // Field 9, a struct whose field 1 is a struct, and so on; or lists of one list each.
        byte[] structs = new byte[100_000];
        Arrays.fill(structs, (byte) 0x1c);
        structs[0] = (byte) 0x9c;
        byte[] lists = new byte[100_000];
        Arrays.fill(lists, (byte) 0x19);
        lists[0] = (byte) 0x99;

        for (byte[] bomb : new byte[][] { structs, lists }) {
            assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> CODEC.decode(bomb))
                    .withMessage("the Thrift struct does not fit Order: it is nested more than 64 levels");
        }
    }

    @Test
    void refusesContainersAndStringsThatClaimMoreThanIsThere() {
        // given: a string, a list, a map and a set of 2 GiB each
        byte[][] claims = { { 0x18, -1, -1, -1, -1, 7 }, { 0x39, (byte) 0xfc, -1, -1, -1, -1, 7 },
                { 0x4b, -1, -1, -1, -1, 7, (byte) 0x88 }, { 0x5a, (byte) 0xf6, -1, -1, -1, -1, 7 },
                { 0x18, -1, -1, -1, -1, 15 } };

        for (byte[] claim : claims) {
            assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> CODEC.decode(claim))
                    .withMessageContaining("a length reaches beyond it");
        }
    }

    @Test
    void refusesMissingFieldsTrailingBytesAndOtherProtocols() throws TException {
        byte[] whole = CODEC.encode(order());
        byte[] binary = new TSerializer(new TBinaryProtocol.Factory()).serialize(order());

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> CODEC.decode(new byte[] { 0 }))
                .withMessageContaining("a required field is missing");
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> CODEC.decode(Arrays.copyOf(whole, whole.length + 1)))
                .withMessage("bytes follow the Thrift struct, from byte " + whole.length + " on");
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> CODEC.decode(binary));
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> CODEC.decode(utf8("{}")));
        assertThatIllegalArgumentException().isThrownBy(() -> CODEC.encode(new ThriftOrder()))
                .withMessage("Order cannot be written: a required field is missing, or it is damaged");
    }

    @Test
    void refusesAStructThatIsCutAtAnyByte() {
        byte[] whole = CODEC.encode(order());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(UndecodableException.class).as("cut to %s bytes", length)
                    .isThrownBy(() -> CODEC.decode(cut)).withNoCause();
        }
    }

    @Test
    void readsOrRefusesAnyBytesAndNeverTellsThem() {
        Random random = new Random(5);
        byte[] whole = CODEC.encode(order());
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertThat(CODEC.decode(bytes)).isNotNull();
            } catch (UndecodableException e) {
                assertThat(e).message().doesNotContain("Zo", "kitchen");
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 19_999);
    }
}
