package dev.punctual.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import dev.punctual.aggregation.AggregatedEvent;
import dev.punctual.publish.FakeStream.Fate;
import dev.punctual.publish.StreamSettings.Aggregation;
import dev.punctual.spi.PutUnits;
import dev.punctual.spi.StreamEntry;

/** Thousands of seeded runs among throttles, failed calls, lost answers and refusals for good. */
class PublishInChaosTest {

    private static final int RUNS = 3_000;

    @Test
    void losesNothingInSilenceAndKeepsTheOrderOfEachKey() {
        for (int seed = 0; seed < RUNS; seed++) {
            new Run(seed).check();
        }
    }

    /** One run; everything follows from its seed. */
    private static final class Run {

        private final int seed;
        private final SplittableRandom random;
        private final StreamSettings settings;
        private final FakeStream stream;
        private final VirtualLane lane;
        private final List<Publication> publications = new ArrayList<>();
        private final double trouble;

        Run(int seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            this.trouble = random.nextDouble() * 0.5;
            Aggregation aggregation = Aggregation.values()[random.nextInt(3)];
            this.settings = StreamSettings.DEFAULT.with(aggregation).ordered(random.nextInt(4) > 0)
                    .buffer(1 + random.nextInt(200), 1 + random.nextInt(300_000))
                    .patience(Duration.ofSeconds(1 + random.nextInt(20)), 1 + random.nextInt(12));
            this.stream = new FakeStream(1 + random.nextInt(5));
            stream.fate = this::fate;
            this.lane = new VirtualLane(settings, stream, random.split(), () -> Duration.ofMillis(1 + random.nextInt(300)));
        }

        private Fate fate(StreamEntry entry) {
            double drawn = random.nextDouble();
            if (drawn >= trouble) {
                return Fate.ACCEPT;
            }
            return switch (random.nextInt(20)) {
                case 0 -> Fate.FAIL_CALL;
                case 1 -> Fate.REFUSE_FOR_GOOD;
                case 2, 3, 4, 5 -> Fate.LOSE_ANSWER;
                default -> Fate.THROTTLE;
            };
        }

        void check() {
            publish();
            lane.advance(Duration.ofMinutes(10));

            assertThat(lane.isIdle()).as("seed %d ends", seed).isTrue();
            assertThat(publications).as("seed %d: every event has its fate", seed).allMatch(event -> event.done.isDone());
            assertThat(lane.lane.outstanding()).as("seed %d: the buffer is empty", seed).isEmpty();
            Set<String> onStream = new HashSet<>();
            stream.events().forEach(event -> onStream.add(text(event.data())));
            assertThat(onStream).as("seed %d: what was accepted is there", seed).containsAll(publications.stream()
                    .filter(event -> !event.done.isCompletedExceptionally()).map(event -> event.event.id()).toList());
            if (settings.ordered()) {
                stream.byShard.forEach(this::checkOrder);
            }
            stream.calls.forEach(this::checkCall);
        }

        private void publish() {
            int keys = 1 + random.nextInt(8);
            int[] numbers = new int[keys];
            int count = random.nextInt(300);
            for (int i = 0; i < count; i++) {
                int key = random.nextInt(keys);
                String id = key + ":" + numbers[key]++ + ":"
                        + "x".repeat(random.nextInt(random.nextInt(10) == 0 ? 40_000 : 200));
                Publication event = new Publication(
                        new OutboundEvent(id, "key" + key, id.getBytes(StandardCharsets.UTF_8)),
                        lane.now.plus(settings.timeout()));
                while (!lane.offer(event)) {
                    lane.advance(Duration.ofMillis(10));
                }
                publications.add(event);
                if (random.nextInt(3) == 0) {
                    lane.advance(Duration.ofMillis(random.nextInt(100)));
                }
            }
        }

        private void checkOrder(String shard, List<AggregatedEvent> events) {
            ShardMap map = new ShardMap(stream.ranges);
            // An answer that got lost repeats a whole record, so only what comes for the first time is in order.
            Map<String, Integer> last = new HashMap<>();
            Set<String> seen = new HashSet<>();
            for (AggregatedEvent event : events) {
                assertThat(map.shardOf(event.partitionKey())).as("seed %d: each key on its shard", seed).isEqualTo(shard);
                if (!seen.add(text(event.data()))) {
                    continue;
                }
                int number = Integer.parseInt(text(event.data()).split(":")[1]);
                assertThat(number).as("seed %d: order of %s", seed, event.partitionKey())
                        .isGreaterThan(last.getOrDefault(event.partitionKey(), -1));
                last.put(event.partitionKey(), number);
            }
        }

        private void checkCall(List<StreamEntry> entries) {
            assertThat(entries.size()).isBetween(1, PutLimits.CALL_RECORDS);
            for (StreamEntry entry : entries) {
                if (FakeStream.events(entry).size() > 1) {
                    assertThat(entry.data().length).as("seed %d: an aggregate", seed)
                            .isLessThanOrEqualTo(PutUnits.BYTES);
                }
            }
        }

        private static String text(byte[] data) {
            return new String(data, StandardCharsets.UTF_8);
        }
    }
}
