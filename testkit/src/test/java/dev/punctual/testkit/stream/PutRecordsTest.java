package dev.punctual.testkit.stream;

import static dev.punctual.testkit.stream.StreamFixture.STREAM;
import static dev.punctual.testkit.stream.StreamFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;

class PutRecordsTest {

    private final StreamFixture streams = StreamFixture.withShards(4);

    @Test
    void choosesTheShardByTheMd5OfThePartitionKey() {
        var stored = streams.put("customer-42", "x");

        var shard = streams.shards().stream().filter(s -> s.id().equals(stored.shardId())).findFirst().orElseThrow();
        assertThat(new BigInteger("cd8e59ee8a860085890d6eac45cd29b0", 16)).isEqualTo(PartitionHash.of("customer-42"))
                .isBetween(shard.hashKeys().start(), shard.hashKeys().end());
    }

    @Test
    void prefersTheExplicitHashKey() {
        var entry = new PutEntry(new byte[] { 1 }, "any", Optional.of(HashKeyRange.MAX.toString()));

        var stored = streams.service.putRecord(STREAM, entry);

        assertThat(stored.shardId()).isEqualTo("shardId-000000000003");
    }

    @Test
    void givesStrictlyIncreasingSequenceNumbersOf56Digits() {
        var single = StreamFixture.withShards(1);

        var numbers = IntStream.range(0, 100).mapToObj(i -> single.put("k" + i, "x").sequenceNumber()).toList();

        assertThat(numbers).allSatisfy(number -> assertThat(number).matches("49\\d{54}"));
        assertThat(numbers.stream().map(BigInteger::new)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void storesTheOthersWhenChosenEntriesFail() {
        streams.faults.order(FaultRule.at("kinesis:PutRecords", Trigger.call(1), Fault.failEntries(1)).on(STREAM));
        var entries = List.of(entry("a", "0"), entry("b", "1"), entry("c", "2"));

        var results = streams.service.putRecords(STREAM, entries);

        assertThat(results).hasSize(3);
        assertThat(results.get(0)).isInstanceOf(PutResult.Stored.class);
        assertThat(results.get(1))
                .isEqualTo(new PutResult.Failed("InternalFailure", "Internal service failure (ordered fault)."));
        assertThat(results.get(2)).isInstanceOf(PutResult.Stored.class);
    }

    @Test
    void refusesThePutsThatAThrottleStrikes() {
        streams.faults.order(FaultRule.at("kinesis:Put*", Trigger.next(1), Fault.throttle()));

        assertThatThrownBy(() -> streams.put("a", "x")).isInstanceOf(KinesisException.ProvisionedThroughputExceeded.class);
        assertThat(streams.put("a", "x").sequenceNumber()).isNotEmpty();
    }

    @Test
    void refusesARecordAboveTheMaximumSizeAndTakesItOnceRaised() {
        var large = PutEntry.of("k", new byte[1024 * 1024]);

        assertThatThrownBy(() -> streams.service.putRecord(STREAM, large))
                .isInstanceOf(KinesisException.InvalidArgument.class).hasMessageContaining("1048577 bytes");
        streams.service.updateMaxRecordSize(STREAM, 2 * 1024 * 1024);

        assertThat(streams.service.putRecord(STREAM, large).sequenceNumber()).isNotEmpty();
    }

    @Test
    void refusesBatchesThatAreEmptyOrTooLarge() {
        var many = Collections.nCopies(501, entry("k", "x"));
        var large = Collections.nCopies(11, PutEntry.of("k", new byte[1024 * 1024 - 1]));

        assertThatThrownBy(() -> streams.service.putRecords(STREAM, List.of())).hasMessageContaining("1 to 500 records, got 0");
        assertThatThrownBy(() -> streams.service.putRecords(STREAM, many)).hasMessageContaining("1 to 500 records, got 501");
        assertThatThrownBy(() -> streams.service.putRecords(STREAM, large)).hasMessageContaining("10485760 bytes in all");
    }

    @Test
    void refusesBadKeys() {
        var badHash = new PutEntry(new byte[0], "k", Optional.of("340282366920938463463374607431768211456"));

        assertThatThrownBy(() -> streams.put("", "x")).hasMessageContaining("1 to 256 characters, had 0");
        assertThatThrownBy(() -> streams.put("k".repeat(257), "x")).hasMessageContaining("had 257");
        assertThatThrownBy(() -> streams.service.putRecord(STREAM, badHash))
                .isInstanceOf(KinesisException.InvalidArgument.class)
                .hasMessageContaining("decimal from 0 to 2^128 - 1");
    }
}
