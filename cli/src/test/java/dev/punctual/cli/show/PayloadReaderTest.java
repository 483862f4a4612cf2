package dev.punctual.cli.show;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.protobuf.CodedOutputStream;

import dev.punctual.cli.outcome.Refusal;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;

class PayloadReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final EventSource ORDERS = new EventSource(EventSource.Kind.QUEUE, "orders", "");

    @TempDir
    private Path folder;

    private static Payload read(PayloadReader reader, byte[] data, Map<String, String> attributes) {
        EventRecord event = new EventRecord(ORDERS, "", "message-1", EventRecord.ALONE, "", NOW, data, attributes);
        DeadLetter letter = new DeadLetter("id", Reason.DEADLINE, "", "Orders#notify", "order-1", "order_placed", "flow-1", "",
                event, new Deadline(NOW, NOW.plusSeconds(5)), NOW, AttemptHistory.NONE, "orders-retry", "request-1", "shop:1",
                Redrive.NONE);
        return reader.read(letter, data);
    }

    private static Payload read(String data) {
        return read(new PayloadReader(), data.getBytes(UTF_8), Map.of());
    }

    private static byte[] order() throws IOException {
        byte[] bytes = new byte[10];
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeInt32(1, 77);
        out.writeString(2, "Luigi");
        return java.util.Arrays.copyOf(bytes, out.getTotalBytesWritten());
    }

    @Test
    void laysProtobufOutByItsMessageType() throws IOException {
        PayloadReader reader = new PayloadReader(ShopDescriptors.write(folder), "shop.Order");

        Payload payload = read(reader, order(), Map.of());

        assertThat(payload.form()).isEqualTo("Protobuf");
        assertThat(payload.text()).isEqualTo("number: 77\nrestaurant: \"Luigi\"\n");
    }

    @Test
    void saysThatBytesAreNotOfTheMessageTypeAndShowsThem() throws IOException {
        PayloadReader reader = new PayloadReader(ShopDescriptors.write(folder), "shop.Order");

        Payload payload = read(reader, "{\"order\":77}".getBytes(UTF_8), Map.of());

        assertThat(payload.form()).isEqualTo("JSON");
        assertThat(payload.about()).isEqualTo("not a shop.Order");
    }

    @Test
    void refusesAMessageTypeThatIsNotInTheFile() throws IOException {
        Path file = ShopDescriptors.write(folder);

        assertThatThrownBy(() -> new PayloadReader(file, "Order")).isInstanceOf(Refusal.class)
                .hasMessageContaining("--message is 'Order', which is not in " + file);
    }

    @Test
    void refusesAFileThatIsNoneOfProtocs() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.proto"), "message Order {}");

        assertThatThrownBy(() -> new PayloadReader(file, "shop.Order")).isInstanceOf(Refusal.class)
                .hasMessageContaining("--descriptors " + file + " cannot be read").hasMessageContaining("--include_imports");
    }

    @Test
    void unwrapsStructuredCloudEvents() {
        Payload payload = read("{\"specversion\":\"1.0\",\"id\":\"order-7\",\"source\":\"/shop\",\"type\":\"placed\","
                + "\"data\":{\"total\":12.50}}");

        assertThat(payload.form()).isEqualTo("JSON");
        assertThat(payload.about()).isEqualTo("CloudEvent order-7 of type placed unwrapped");
        assertThat(payload.text()).contains("\"total\" : 12.50").doesNotContain("specversion");
    }

    @Test
    void unwrapsProtobufOutOfCloudEvents() throws IOException {
        PayloadReader reader = new PayloadReader(ShopDescriptors.write(folder), "shop.Order");
        String data = java.util.Base64.getEncoder().encodeToString(order());

        Payload payload = read(reader, ("{\"specversion\":\"1.0\",\"id\":\"order-7\",\"source\":\"/shop\",\"type\":\"placed\","
                + "\"datacontenttype\":\"application/protobuf\",\"data_base64\":\"" + data + "\"}").getBytes(UTF_8), Map.of());

        assertThat(payload.form()).isEqualTo("Protobuf");
        assertThat(payload.about()).contains("order-7");
        assertThat(payload.text()).contains("restaurant: \"Luigi\"");
    }

    @Test
    void readsCloudEventsOutOfAttributes() {
        Payload payload = read(new PayloadReader(), "{\"total\":12.50}".getBytes(UTF_8),
                Map.of("ce-specversion", "1.0", "ce-id", "order-7", "ce-type", "placed", "ce-source", "/shop"));

        assertThat(payload.about()).isEqualTo("CloudEvent order-7 of type placed by the message's attributes");
        assertThat(payload.text()).contains("\"total\" : 12.50");
    }

    @Test
    void dumpsOpaqueBytes() {
        Payload payload = read(new PayloadReader(), new byte[] { 0, 1, (byte) 0xff, 'O', 'K' }, Map.of());

        assertThat(payload.form()).isEqualTo("bytes");
        assertThat(payload.text()).startsWith("00000000  00 01 ff 4f 4b ").endsWith("|...OK|\n");
    }

    @Test
    void endsADumpAndSaysHowToHaveTheRest() {
        Payload payload = read(new PayloadReader(), new byte[5_000], Map.of());

        assertThat(payload.text().lines()).hasSize(4_096 / 16 + 1).last().asString()
                .isEqualTo("… and 904 bytes more; --raw writes them all");
    }
}
