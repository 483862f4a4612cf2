package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.ORDERS;
import static dev.punctual.engine.EngineFixture.again;
import static dev.punctual.engine.EngineFixture.policy;
import static dev.punctual.engine.EngineFixture.within;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.PermanentFailureException;
import dev.punctual.aggregation.AggregateWriter;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.ledger.EventState;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.SendResult;

/** Records that hold many events. */
class AggregateTest {

    private static final OrderRule PER_KEY = new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.RELEASE);
    private static final OrderRule PER_SHARD = new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.UNDECIDED);
    private static final OrderRule LATEST = new OrderRule(Ordering.UNORDERED, true, AfterDeadLetter.UNDECIDED);
    private static final String SHARD = "orders/shardId-000000000000:";

    private final EngineFixture engine = new EngineFixture();
    private final Set<Object> down = new ConcurrentSkipListSet<>();
    private final EventInvoker invoker = (payload, context) -> {
        if (payload.equals("dead")) {
            throw new PermanentFailureException("no");
        }
        if (down.contains(payload)) {
            throw new IllegalStateException("down");
        }
    };

    private BatchItem record(int number, byte[] data) {
        return new BatchItem.Fresh(String.valueOf(number), new EventRecord(ORDERS, "shardId-000000000000",
                String.valueOf(number), "outer", engine.clock.instant(), data));
    }

    /** A record of events, each {@code key=data}. */
    private BatchItem aggregate(int number, String... events) {
        return record(number, bytes(events));
    }

    private static byte[] bytes(String... events) {
        AggregateWriter writer = new AggregateWriter();
        for (String event : events) {
            int equals = event.indexOf('=');
            writer.add(event.substring(0, equals), "", event.substring(equals + 1).getBytes(UTF_8));
        }
        return writer.toBytes();
    }

    @Test
    void handlesTheEventsOfARecordOneByOne() {
        engine.handler("notify", within("60S"), (payload, context) -> engine.calls.add(context.id()));

        assertThat(engine.process(List.of(aggregate(7, "a=placed:1", "b=placed:2"), engine.ofKey("c", 8, "placed:3"))))
                .containsExactly(Outcome.HANDLED, Outcome.HANDLED);

        assertThat(engine.calls).containsExactly("notify#1 1", SHARD + "7:0", "notify#1 2", SHARD + "7:1", "notify#1 3",
                SHARD + "8");
        assertThat(engine.told).as("one outcome for each event").hasSize(3);
    }

    @Test
    void buriesOneEventAndHandlesTheOthers() {
        engine.handler("notify", within("60S"), invoker);

        List<Outcome> outcomes = engine.process(List.of(aggregate(7, "a=placed:1", "b=placed:dead", "c=placed:3")));

        assertThat(outcomes.get(0).acknowledged()).isTrue();
        assertThat(engine.calls).containsExactly("notify#1 1", "notify#1 dead", "notify#1 3");
        assertThat(engine.letters).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(SHARD + "7:1#notify");
            assertThat(letter.event().data()).as("its own bytes").asString(UTF_8).isEqualTo("placed:dead");
            assertThat(letter.event().partitionKey()).isEqualTo("b");
        });
    }

    @Test
    void givesEachOfTheOthersAnOutcomeWhenOneCannotBeDecoded() {
        engine.handler("notify", within("60S"), invoker);

        engine.process(List.of(aggregate(7, "a=!", "b=placed:2", "c=placed:?", "d=unknown:4", "e=placed:5")));

        assertThat(engine.calls).containsExactly("notify#1 2", "notify#1 5");
        assertThat(engine.letters).extracting(DeadLetter::id, DeadLetter::reason).containsExactlyInAnyOrder(
                tuple(SHARD + "7:0#-", Reason.UNDECODABLE),
                tuple(SHARD + "7:2#notify", Reason.UNDECODABLE),
                tuple(SHARD + "7:3#-", Reason.UNKNOWN_TYPE));
    }

    @Test
    void buriesAnEmptyEventAsAnEmptyRecord() {
        engine.handler("notify", within("60S"), invoker);

        assertThat(engine.process(List.of(aggregate(7, "a=", "b=placed:2"))).get(0).acknowledged()).isTrue();

        assertThat(engine.calls).containsExactly("notify#1 2");
        assertThat(engine.letters).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(SHARD + "7:0#-");
            assertThat(letter.reason()).isEqualTo(Reason.UNDECODABLE);
            assertThat(letter.detail()).isEqualTo("the event, one of an aggregated record, has no data");
        });
    }

    @Test
    void buriesARecordAsAWholeWithItsBytesWhenAnyPartOfItIsAtFault() {
        byte[] damaged = bytes("a=placed:1", "b=placed:2");
        damaged[10] ^= 1;
        engine.handler("notify", "", within("60S"), invoker);

        assertThat(engine.process(List.of(record(7, damaged), engine.ofKey("c", 8, "placed:3"))))
                .containsExactly(new Outcome.DeadLettered(Reason.UNDECODABLE), Outcome.HANDLED);

        assertThat(engine.calls).as("not even a handler of every type gets it").containsExactly("notify#1 3");
        assertThat(engine.letters).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(SHARD + "7#-");
            assertThat(letter.event().data()).isEqualTo(damaged);
            assertThat(letter.event().partitionKey()).isEqualTo("outer");
            assertThat(letter.detail()).startsWith("the MD5 of an aggregated record of").doesNotContain("placed");
        });
    }

    @Test
    void acknowledgesARecordNotBeforeAllItsEventsAreThrough() {
        engine.handler("notify", policy(Duration.ofSeconds(60), 1), invoker);
        down.add("2");
        engine.deadLetterQueue = letters -> letters.stream().map(each -> (SendResult) new SendResult.NotSent("refused"))
                .toList();
        BatchItem record = aggregate(7, "a=placed:1", "b=placed:2", "c=placed:3");

        assertThat(engine.process(List.of(record)).get(0).acknowledged()).isFalse();
        assertThat(engine.told).filteredOn(Outcome.HANDLED::equals).hasSize(2);

        // Without a ledger, what was handled is handled again.
        down.clear();
        assertThat(engine.process(List.of(record))).containsExactly(Outcome.HANDLED);
        assertThat(engine.calls).containsExactly("notify#1 1", "notify#1 2", "notify#1 3", "notify#1 1", "notify#1 2",
                "notify#1 3");
    }

    @Test
    void runsWhatIsThroughNotAgainWithALedger() {
        engine.kept("notify", policy(Duration.ofSeconds(60), 1), invoker);
        down.add("2");
        engine.deadLetterQueue = letters -> letters.stream().map(each -> (SendResult) new SendResult.NotSent("refused"))
                .toList();
        BatchItem record = aggregate(7, "a=placed:1", "b=placed:2", "c=placed:3");
        assertThat(engine.process(List.of(record)).get(0).acknowledged()).isFalse();

        engine.deadLetterQueue = letters -> EngineFixture.sent(engine.letters, letters);
        assertThat(engine.process(List.of(record)).get(0).acknowledged()).isTrue();

        assertThat(engine.calls).containsExactly("notify#1 1", "notify#1 2", "notify#1 3");
        assertThat(engine.told).filteredOn(Outcome.DUPLICATE::equals).hasSize(2);
        assertThat(engine.letters).extracting(DeadLetter::id).containsExactly(SHARD + "7:1#notify");
        assertThat(engine.ledger.state(SHARD + "7:0#notify")).isEqualTo(EventState.HANDLED);
    }

    @Test
    void parksAnEventByItself() {
        engine.kept("notify", within("60S"), invoker);
        engine.invocationTime = Duration.ofMillis(115);
        down.add("1");

        engine.process(List.of(aggregate(7, "a=placed:1")));

        assertThat(engine.parked).singleElement().satisfies(parked -> {
            assertThat(parked.event().id()).isEqualTo(SHARD + "7:0");
            assertThat(parked.event().data()).asString(UTF_8).isEqualTo("placed:1");
        });
        down.clear();
        assertThat(engine.process(List.of(again(engine.parked.get(0))))).containsExactly(Outcome.HANDLED);
        assertThat(engine.calls).containsExactly("notify#1 1", "notify#2 1");
    }

    @Test
    void keepsTheOrderOfAKeyWithinARecord() {
        engine.kept("notify", within("60S"), PER_KEY, invoker);
        engine.invocationTime = Duration.ofMillis(115);
        down.add("a1");

        engine.process(List.of(aggregate(9, "a=placed:a1", "b=placed:b2", "a=placed:a3"), engine.ofKey("a", 10, "placed:a4")));

        assertThat(engine.calls).containsExactlyInAnyOrder("notify#1 a1", "notify#1 b2");
        assertThat(engine.parked).extracting(parked -> parked.event().position()).containsExactly("9:0", "9:2", "10");

        down.clear();
        engine.process(List.of(again(engine.parked.get(1))));
        assertThat(engine.calls).as("the one behind waits").hasSize(2);
        engine.process(List.of(again(engine.parked.get(0))));
        engine.process(List.of(again(engine.parked.get(3)), again(engine.parked.get(2))));
        assertThat(engine.calls).endsWith("notify#2 a1", "notify#1 a3", "notify#1 a4");
    }

    @Test
    void keepsTheOrderOfAShardBeyondTenEventsOfARecord() {
        engine.handler("notify", "placed", within("60S"), Idempotency.NONE, PER_SHARD, invoker);
        String[] events = IntStream.range(0, 12).mapToObj(i -> "k" + i + "=placed:" + i)
                .toArray(String[]::new);

        engine.process(List.of(aggregate(9, events), aggregate(10, "a=placed:last")));

        assertThat(engine.calls).containsExactly("notify#1 0", "notify#1 1", "notify#1 2", "notify#1 3", "notify#1 4",
                "notify#1 5", "notify#1 6", "notify#1 7", "notify#1 8", "notify#1 9", "notify#1 10", "notify#1 11",
                "notify#1 last");
    }

    @Test
    void supersedesEarlierEventsOfTheSameRecord() {
        engine.kept("notify", within("60S"), LATEST, invoker);
        engine.invocationTime = Duration.ofMillis(115);
        down.add("old");

        engine.process(List.of(aggregate(9, "a=placed:old", "a=placed:new", "b=placed:other")));
        down.clear();

        assertThat(engine.process(List.of(again(engine.parked.get(0))))).containsExactly(Outcome.SUPERSEDED);
        assertThat(engine.calls).containsExactlyInAnyOrder("notify#1 old", "notify#1 new", "notify#1 other");
    }

    @Test
    void takesTheBytesOfAMessageOfAQueueAsTheyAre() {
        EventSource queue = new EventSource(EventSource.Kind.QUEUE, "orders", "arn:aws:sqs:us-east-1:000000000000:orders");
        EventRecord message = new EventRecord(queue, "", "id", "", engine.clock.instant(), bytes("a=placed:1"));

        engine.process(List.of(new BatchItem.Fresh("id", message)));

        assertThat(engine.letters).singleElement()
                .satisfies(letter -> assertThat(letter.event().data()).isEqualTo(message.data()));
    }
}
