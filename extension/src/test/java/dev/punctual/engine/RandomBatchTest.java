package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;

/** Whatever the handlers, queues and listeners do: no event is lost, and no attempt starts that cannot meet its deadline. */
@Timeout(60)
class RandomBatchTest {

    private static final int BATCHES = 6_000;

    private int attempts;
    private int acknowledged;
    private int returned;
    private int parked;
    private int letters;

    @Test
    void losesNothingAndStartsNothingTooLate() {
        for (long seed = 1; seed <= BATCHES; seed++) {
            try {
                checkBatch(new RandomWorld(seed));
            } catch (RuntimeException | Error e) {
                throw new AssertionError("with seed " + seed, e);
            }
        }
        assertThat(List.of(attempts, acknowledged, returned, parked, letters)).as("each kind of end is seen often")
                .allMatch(count -> count > 1_000);
    }

    private void checkBatch(RandomWorld world) {
        List<BatchItem> items = items(world);
        List<byte[]> bytes = items.stream().map(item -> item.event().data().clone()).toList();

        List<ItemOutcome> outcomes = world.processor().process(items, world.invocation);

        assertThat(outcomes).extracting(ItemOutcome::itemId)
                .containsExactlyElementsOf(items.stream().map(BatchItem::itemId).toList());
        for (int i = 0; i < items.size(); i++) {
            checkItem(world, items.get(i), outcomes.get(i).outcome());
        }
        world.calls.forEach(call -> checkCall(world, call));
        for (int i = 0; i < world.parked.size(); i++) {
            checkParked(world, world.parked.get(i), world.parkedAt.get(i), bytes);
        }
        for (DeadLetter letter : world.letters) {
            assertThat(letter.event().data()).isEqualTo(bytes.get(number(letter.event())));
        }
        attempts += world.calls.size();
        parked += world.parked.size();
        letters += world.letters.size();
    }

    private void checkItem(RandomWorld world, BatchItem item, Outcome outcome) {
        List<String> handlers = handlers(world, item);
        List<Integer> ends = handlers.stream().map(handler -> ends(world, item, handler)).toList();
        boolean ignored = outcome instanceof Outcome.Ignored;
        if (ignored) {
            assertThat(world.settings.ignoreUnknownTypes()).isTrue();
            assertThat(handlers).containsExactly("");
        } else if (outcome.acknowledged()) {
            assertThat(ends)
                    .as("%s is acknowledged as %s, so each of %s has handled, parked or buried it", item, outcome, handlers)
                    .containsOnly(1);
        } else {
            assertThat(ends).as("%s ends at most once for each of its handlers", item).allMatch(count -> count <= 1);
            assertThat(ends).as("%s is returned, so one of its handlers is not through", item).contains(0);
        }
        acknowledged += outcome.acknowledged() ? 1 : 0;
        returned += outcome.acknowledged() ? 0 : 1;
    }

    private static List<String> handlers(RandomWorld world, BatchItem item) {
        Stream<String> handlers = Stream.empty();
        if (item instanceof BatchItem.Fresh fresh) {
            String type = new String(fresh.event().data(), 0, 1, StandardCharsets.ISO_8859_1);
            handlers = world.routes.stream().filter(route -> route.takesEveryType() || route.type().equals(type))
                    .map(EventRoute::handler);
        } else if (item instanceof BatchItem.Retried retried) {
            handlers = Stream.of(retried.parked().handler());
        }
        List<String> found = handlers.toList();
        return found.isEmpty() ? List.of("") : found;
    }

    private static int ends(RandomWorld world, BatchItem item, String handler) {
        String key = RandomWorld.key(item.event(), handler);
        long queued = Stream.concat(
                world.parked.stream().map(event -> RandomWorld.key(event.event(), event.handler())),
                world.letters.stream().map(letter -> RandomWorld.key(letter.event(), letter.handler())))
                .filter(key::equals).count();
        return world.handled.getOrDefault(key, 0) + (int) queued;
    }

    private static void checkCall(RandomWorld world, RandomWorld.Call call) {
        // What is learned of an attempt's cost is not known here; it is at least nothing.
        Duration needed = world.settings.attemptCost().orElse(Duration.ZERO).plus(world.settings.guard());
        assertThat(call.start().plus(needed)).as("%s meets its deadline", call).isBeforeOrEqualTo(call.deadline());
        assertThat(call.start().plus(needed)).as("%s fits its invocation", call).isBeforeOrEqualTo(world.invocation.end());
        assertThat(call.attempt()).as("%s is within its plan", call).isBetween(1, call.policy().maxAttempts());
    }

    private static void checkParked(RandomWorld world, ParkedEvent event, Instant at, List<byte[]> bytes) {
        Duration needed = world.settings.queueLatency().plus(world.settings.attemptCost().orElse(Duration.ZERO))
                .plus(world.settings.guard());
        assertThat(event.delay()).isBetween(Duration.ZERO, Duration.ofSeconds(900))
                .isEqualTo(Duration.ofSeconds(event.delay().toSeconds()));
        assertThat(at.plus(event.delay()).plus(needed)).as("%s comes back in time", event)
                .isBeforeOrEqualTo(event.deadline().at());
        assertThat(event.event().data()).isEqualTo(bytes.get(number(event.event())));
    }

    private static int number(EventRecord event) {
        return Integer.parseInt(event.sequenceNumber());
    }

    private static List<BatchItem> items(RandomWorld world) {
        List<BatchItem> items = new ArrayList<>();
        for (int i = world.random.nextInt(13); i > 0; i--) {
            items.add(item(world, items.size()));
        }
        return items;
    }

    private static BatchItem item(RandomWorld world, int number) {
        Instant arrival = world.clock.instant().minus(world.millis(4_000));
        EventRecord event = EngineFixture.event(number, data(world), arrival);
        String id = "item-" + number;
        return switch (world.random.nextInt(6)) {
            case 0 -> new BatchItem.Unreadable(id, event, "no record");
            case 1, 2 -> new BatchItem.Retried(id, new ParkedEvent("handler" + (1 + world.random.nextInt(5)), event,
                    new Deadline(arrival, arrival.plus(world.millis(20_000))), history(world), 1, Redrive.NONE, Duration.ZERO));
            default -> new BatchItem.Fresh(id, event);
        };
    }

    private static String data(RandomWorld world) {
        List<String> starts = List.of("a", "a", "a", "b", "b", "z", "!", "a?", "b%");
        return starts.get(world.random.nextInt(starts.size())) + world.random.nextLong();
    }

    private static AttemptHistory history(RandomWorld world) {
        AttemptHistory history = AttemptHistory.NONE;
        for (int i = world.random.nextInt(5); i > 0; i--) {
            history = history.plus(new Attempt(history.count() + 1, VirtualClock.START, VirtualClock.START, "orders-stream",
                    "request-0", new Failure("java.io.IOException", "try again", "0123456789ab")));
        }
        return history;
    }
}
