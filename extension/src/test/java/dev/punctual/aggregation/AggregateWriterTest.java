package dev.punctual.aggregation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateWriterTest {

    private final AggregateWriter writer = new AggregateWriter();

    @Test
    void writesWhatIsRead() throws Exception {
        writer.add("kitchen-1", "", "a pizza".getBytes(UTF_8));
        writer.add("kitchen-2", "340282366920938463463374607431768211455", "".getBytes(UTF_8));
        writer.add("kitchen-1", "0", "Käse 🧀".getBytes(UTF_8));

        List<AggregatedEvent> read = AggregatedRecord.read(writer.toBytes());

        assertThat(read).usingRecursiveFieldByFieldElementComparator().containsExactly(
                new AggregatedEvent("kitchen-1", "", "a pizza".getBytes(UTF_8)),
                new AggregatedEvent("kitchen-2", "340282366920938463463374607431768211455", new byte[0]),
                new AggregatedEvent("kitchen-1", "0", "Käse 🧀".getBytes(UTF_8)));
    }

    @Test
    void knowsItsSizeBeforeAndAfterEachEvent() {
        Random random = new Random(7);

        for (int i = 0; i < 600; i++) {
            String key = "ключ-🔑-" + random.nextInt(300);
            String hashKey = random.nextBoolean() ? "" : String.valueOf(random.nextInt(300));
            byte[] data = new byte[random.nextInt(i % 50 == 0 ? 40_000 : 300)];
            int announced = writer.sizeWith(key, hashKey, data.length);
            writer.add(key, hashKey, data);

            assertThat(writer.size()).as("after %d events", i + 1).isEqualTo(announced);
            assertThat(writer.toBytes()).hasSize(announced);
        }
    }

    @Test
    void writesAKeyOnceForAllEventsThatHaveIt() {
        String key = "k".repeat(200);
        writer.add(key, "", new byte[10]);
        int one = writer.size();

        writer.add(key, "", new byte[10]);

        assertThat(writer.size() - one).isEqualTo(2 + 2 + 2 + 10);
    }

    @Test
    void isPutWithTheKeyOfItsFirstEvent() {
        writer.add("first", "", new byte[1]);
        writer.add("second", "", new byte[1]);

        assertThat(writer.partitionKey()).isEqualTo("first");
        assertThat(writer.count()).isEqualTo(2);
    }

    @Test
    void copiesTheDataItIsGiven() throws Exception {
        byte[] data = { 1 };
        writer.add("key", "", data);

        data[0] = 2;

        assertThat(AggregatedRecord.read(writer.toBytes()).get(0).data()).containsExactly(1);
    }

    @Test
    void beginsAnewWhenCleared() {
        writer.add("old", "1", new byte[5000]);
        writer.clear();

        assertThat(writer.isEmpty()).isTrue();
        AggregateWriter fresh = new AggregateWriter();
        assertThat(writer.size()).isEqualTo(fresh.size());

        writer.add("new", "", new byte[3]);
        fresh.add("new", "", new byte[3]);

        assertThat(writer.toBytes()).isEqualTo(fresh.toBytes());
        assertThat(writer.partitionKey()).isEqualTo("new");
    }

    @Test
    void refusesToWriteARecordWithoutEvents() {
        assertThatIllegalStateException().isThrownBy(writer::toBytes).withMessage("an aggregated record needs an event");
        assertThatIllegalStateException().isThrownBy(writer::partitionKey)
                .withMessage("an aggregated record without events has no partition key");
    }

    @Test
    void refusesMoreEventsThanItsReadersTake() throws Exception {
        for (int i = 0; i < AggregatedRecord.MOST_EVENTS; i++) {
            writer.add("key", "", new byte[0]);
        }

        assertThatIllegalStateException().isThrownBy(() -> writer.add("key", "", new byte[0]))
                .withMessage("a record takes no more than 65536 events");
        assertThat(AggregatedRecord.read(writer.toBytes())).hasSize(AggregatedRecord.MOST_EVENTS);
    }

    @Test
    void refusesPartitionKeysThatKinesisDoesNotTake() {
        assertThatIllegalArgumentException().isThrownBy(() -> writer.add("", "", new byte[0]))
                .withMessage("a partition key has 0 characters, and Kinesis takes 1 to 256");
        assertThatIllegalArgumentException().isThrownBy(() -> writer.add("k".repeat(257), "", new byte[0]))
                .withMessage("a partition key has 257 characters, and Kinesis takes 1 to 256");
        assertThat(writer.isEmpty()).isTrue();
    }

    @Test
    void countsCharactersOfPartitionKeysAsKinesisDoes() {
        writer.add("🔑".repeat(256), "", new byte[0]);

        assertThat(writer.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "x", "340282366920938463463374607431768211456", "1234567890123456789012345678901234567890" })
    void refusesExplicitHashKeysThatAreNone(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> writer.add("key", key, new byte[0]))
                .withMessage("an explicit hash key is a decimal number below 2^128, or left empty");
    }
}
