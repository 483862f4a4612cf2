package dev.punctual.aggregation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.amazonaws.kinesis.agg.AggRecord;

import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** Ours and Amazon's: {@code amazon-kinesis-aggregator} writes, {@code amazon-kinesis-client} reads. */
class InteroperabilityTest {

    /** Made once by {@code amazon-kinesis-aggregator} 1.0.3, which writes the hash of a key as its explicit hash key. */
    private static final String GOLDEN = "f3899ac20a026b310a026b321227323432323038363731323836383533393838333935373835313738373037"
            + "383735343033323236120231321a0b080010001a0568656c6c6f1a07080110011a01771a06080010011a002081bc0006a45ceacbe46bfaba1d"
            + "c517";

    @Test
    void readsTheGoldenRecord() throws Exception {
        List<AggregatedEvent> events = AggregatedRecord.read(HexFormat.of().parseHex(GOLDEN));

        assertThat(events).usingRecursiveFieldByFieldElementComparator().containsExactly(
                new AggregatedEvent("k1", "242208671286853988395785178707875403226", "hello".getBytes(UTF_8)),
                new AggregatedEvent("k2", "12", "w".getBytes(UTF_8)),
                new AggregatedEvent("k1", "12", new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 17, 200, 1000 })
    void readsWhatAmazonWrites(int count) throws Exception {
        List<AggregatedEvent> events = events(count);
        AggRecord theirs = new AggRecord();
        for (AggregatedEvent event : events) {
            assertThat(theirs.addUserRecord(event.partitionKey(), event.explicitHashKey(), event.data())).isTrue();
        }

        assertThat(AggregatedRecord.read(theirs.toRecordBytes())).usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(events);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 17, 200, 1000 })
    void writesWhatAmazonWrites(int count) throws Exception {
        AggRecord theirs = new AggRecord();
        AggregateWriter ours = new AggregateWriter();
        for (AggregatedEvent event : events(count)) {
            theirs.addUserRecord(event.partitionKey(), event.explicitHashKey(), event.data());
            ours.add(event.partitionKey(), event.explicitHashKey(), event.data());
        }

        assertThat(ours.toBytes()).isEqualTo(theirs.toRecordBytes());
        assertThat(ours.partitionKey()).isEqualTo(theirs.getPartitionKey());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 17, 200, 1000 })
    void isReadByAmazon(int count) {
        List<AggregatedEvent> events = events(count);
        AggregateWriter writer = new AggregateWriter();
        for (int i = 0; i < count; i++) {
            // Each second one without an explicit hash key, which Amazon's own writer never leaves out.
            AggregatedEvent event = events.get(i);
            events.set(i, i % 2 == 0 ? event : new AggregatedEvent(event.partitionKey(), "", event.data()));
            writer.add(events.get(i).partitionKey(), events.get(i).explicitHashKey(), event.data());
        }

        List<KinesisClientRecord> read = new AggregatorUtil().deaggregate(List.of(KinesisClientRecord.builder()
                .sequenceNumber("49").partitionKey("outer").approximateArrivalTimestamp(Instant.EPOCH)
                .data(ByteBuffer.wrap(writer.toBytes())).build()));

        assertThat(read).extracting(KinesisClientRecord::subSequenceNumber).containsExactlyElementsOf(numbers(count));
        assertThat(read.stream().map(InteroperabilityTest::event).toList()).usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(events);
    }

    private static AggregatedEvent event(KinesisClientRecord theirs) {
        byte[] data = new byte[theirs.data().remaining()];
        theirs.data().get(data);
        return new AggregatedEvent(theirs.partitionKey(), theirs.explicitHashKey() == null ? "" : theirs.explicitHashKey(),
                data);
    }

    private static List<Long> numbers(int count) {
        List<Long> numbers = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static List<AggregatedEvent> events(int count) {
        Random random = new Random(count);
        List<AggregatedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] data = new byte[random.nextInt(400)];
            random.nextBytes(data);
            events.add(new AggregatedEvent("küche-🍕-" + random.nextInt(150), String.valueOf(random.nextInt(150)), data));
        }
        return events;
    }
}
