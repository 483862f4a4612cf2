package dev.punctual.runtime.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;
import dev.punctual.ledger.Death;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.ledger.Waiter;
import dev.punctual.wire.testing.Samples;

/** Items of the ledger, plain and random. */
final class LedgerSamples {

    static final EventState FREE = EventState.FREE;
    static final Instant NOW = Samples.NOW;
    static final Duration TTL = Duration.ofDays(15);
    private static final Deadline DEADLINE = new Deadline(NOW, NOW.plusSeconds(5));

    private LedgerSamples() {
    }

    static EventEntry entry(String key, String token, EventState state) {
        return new EventEntry(key, token, DEADLINE, 1, 0, Samples.attempts(1), state);
    }

    static LedgerItem random(String key, Random random) {
        if (random.nextInt(4) == 0) {
            return new KeyEntry(key, text(random) + "t", random.nextBoolean() ? "" : number(random),
                    IntStream.range(0, random.nextInt(5)).mapToObj(i -> new Waiter(number(random), text(random) + 'k'))
                            .toList());
        }
        return new EventEntry(key, text(random) + "t", new Deadline(instant(random), instant(random)), random.nextInt(5),
                random.nextInt(9), attempts(random, random.nextInt(40), 40), state(random), random.nextInt(3));
    }

    private static EventState state(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> EventState.FREE;
            case 1 -> EventState.HANDLED;
            case 2 -> EventState.SUPERSEDED;
            case 3 -> new EventState.InProgress(instant(random));
            case 4 -> new EventState.Parked(instant(random), random.nextBoolean());
            default -> new EventState.Dead(new Death(Reason.values()[random.nextInt(Reason.values().length)], text(random),
                    instant(random)), random.nextBoolean());
        };
    }

    /** Of so many attempts, with texts of such a length that hardly compress. */
    static AttemptHistory attempts(Random random, int count, int length) {
        AttemptHistory all = AttemptHistory.NONE;
        for (int i = 1; i <= count; i++) {
            all = all.plus(new Attempt(i, instant(random), instant(random), text(random, length), text(random, 36),
                    new Failure(text(random, length), text(random, length), text(random, 12)), text(random, 55)));
        }
        return all;
    }

    private static String number(Random random) {
        return Long.toString(random.nextLong() >>> 1) + Long.toString(random.nextLong() >>> 1);
    }

    private static Instant instant(Random random) {
        return NOW.plusSeconds(random.nextInt()).plusNanos(random.nextInt(1_000_000_000));
    }

    static String text(Random random) {
        return text(random, random.nextInt(20));
    }

    /** Backslashes, lone surrogates, emoji and all. */
    static String text(Random random, int length) {
        List<String> odd = List.of("\\", "\\u", "\\\\", "\ud83d", "\ude00", "\ud83d\ude00", " ", "#", "ä", "\u0000", "\"");
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(random.nextInt(8) == 0 ? odd.get(random.nextInt(odd.size()))
                    : String.valueOf((char) (' ' + random.nextInt(0xD000))));
        }
        return text.toString();
    }
}
