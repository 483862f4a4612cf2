package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.FakeFunction.answer;
import static dev.punctual.testkit.mapping.FakeFunction.error;
import static dev.punctual.testkit.mapping.FakeFunction.failed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.stream.StreamRecord;

class StreamRetryRulesTest {

    private static final byte[] NOTHING = {};
    private static final StreamRetryRules REPORTING = new StreamRetryRules(true, false, -1);
    private static final StreamRetryRules BISECTING = new StreamRetryRules(false, true, 2);

    @Test
    void takesTheLowestReportedRecordForTheCheckpointWhateverTheOrderOfTheReport() {
        assertThat(REPORTING.judge(batch(5), failed("4", "2", "3"))).isEqualTo(again(part(2, 5, 1)));
    }

    @Test
    void repeatsTheWholeBatchWhenOneOfTheReportedIdsIsUnknown() {
        assertThat(REPORTING.judge(batch(3), failed("2", "17"))).isEqualTo(again(part(0, 3, 1)));
    }

    @Test
    void isDoneWithAllWhenNothingIsReported() {
        assertThat(REPORTING.judge(batch(3), answer("{\"batchItemFailures\":[]}"))).isEqualTo(new Verdict.Done());
    }

    @Test
    void heedsNoReportUnlessToldTo() {
        assertThat(BISECTING.judge(batch(3), failed("1"))).isEqualTo(new Verdict.Done());
    }

    @Test
    void bisectsAnOddBatchWithoutUsingTheQuota() {
        assertThat(BISECTING.judge(batch(5), error())).isEqualTo(again(part(0, 2, 0), part(2, 5, 0)));
    }

    @Test
    void usesTheQuotaForASingleRecordThenGivesItUp() {
        var single = part(0, 1, 1);

        var last = BISECTING.judge(single, error());

        assertThat(last).isEqualTo(again(new StreamBatch(single.records(), 2, 2)));
        assertThat(BISECTING.judge(((Verdict.TryAgain) last).batches().get(0), error()))
                .isInstanceOfSatisfying(Verdict.GiveUp.class, up -> {
                    assertThat(up.batch().invocations()).isEqualTo(3);
                    assertThat(up.functionError()).contains("Unhandled");
                });
    }

    @Test
    void countsAThrottledInvocationNeitherAsRetryNorAsInvocation() {
        assertThat(new StreamRetryRules(true, true, 0).judge(batch(4), new InvocationResult.Throttled()))
                .isEqualTo(again(batch(4)));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accountsForEachRecordOnceAndInOrderWhateverIsAnswered(int seed) {
        var random = new SplittableRandom(seed);
        var rules = new StreamRetryRules(random.nextBoolean(), random.nextBoolean(), random.nextInt(4));
        var size = 1 + random.nextInt(40);
        Deque<StreamBatch> left = new ArrayDeque<>(List.of(batch(size)));
        List<BufferedRecord> accounted = new ArrayList<>();

        for (int turn = 0; !left.isEmpty(); turn++) {
            assertThat(turn).as("turns").isLessThan(2_000);
            settle(left, accounted, rules, random);
        }

        assertThat(accounted).isEqualTo(batch(size).records());
    }

    /** One turn of a lane: what a verdict leaves out is handled, what it gives up is told to the destination. */
    private static void settle(Deque<StreamBatch> left, List<BufferedRecord> accounted, StreamRetryRules rules,
            SplittableRandom random) {
        var sent = left.remove();
        var verdict = rules.judge(sent, anyResult(sent, random));
        if (verdict instanceof Verdict.TryAgain again) {
            var repeated = again.batches().stream().mapToInt(StreamBatch::size).sum();
            accounted.addAll(sent.records().subList(0, sent.size() - repeated));
            for (int i = again.batches().size() - 1; i >= 0; i--) {
                left.addFirst(again.batches().get(i));
            }
            assertThat(again.batches()).allSatisfy(batch -> assertThat(batch.retries()).isLessThanOrEqualTo(3));
        } else {
            accounted.addAll(sent.records());
        }
    }

    private static InvocationResult anyResult(StreamBatch batch, SplittableRandom random) {
        var ids = new ArrayList<>(batch.records().stream().map(BufferedRecord::sequenceNumber).toList());
        Collections.shuffle(ids, new Random(random.nextLong()));
        return switch (random.nextInt(5)) {
            case 0 -> error();
            case 1 -> new InvocationResult.Throttled();
            case 2 -> answer("not JSON");
            case 3 -> failed(ids.subList(0, 1 + random.nextInt(ids.size())).toArray(String[]::new));
            default -> answer("");
        };
    }

    private static Verdict again(StreamBatch... batches) {
        return new Verdict.TryAgain(List.of(batches));
    }

    private static StreamBatch batch(int size) {
        return StreamBatch.first(records(size));
    }

    /** A part of a batch that was invoked once. */
    private static StreamBatch part(int from, int to, int retries) {
        return new StreamBatch(List.copyOf(records(to).subList(from, to)), retries, 1);
    }

    private static List<BufferedRecord> records(int count) {
        return IntStream.range(0, count).mapToObj(StreamRetryRulesTest::record).toList();
    }

    private static BufferedRecord record(int number) {
        return new BufferedRecord(new StreamRecord(Integer.toString(number), Instant.EPOCH, NOTHING, "key"), NOTHING,
                Instant.EPOCH);
    }
}
