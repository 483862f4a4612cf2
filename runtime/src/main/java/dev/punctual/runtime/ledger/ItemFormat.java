package dev.punctual.runtime.ledger;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadline.Deadline;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.ledger.Waiter;
import dev.punctual.spi.LedgerException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ledger's items as items of the table; safe for use by several threads. */
final class ItemFormat {

    /** The table's partition key. */
    static final String KEY = "pk";
    /** What conditions look at. */
    static final String TOKEN = "token";

    private static final int VERSION = 1;
    private static final String ATTEMPTS = "attempts";
    private static final String LIFE = "life";

    private final Duration timeToLive;
    private final InstantSource clock;

    ItemFormat(Duration timeToLive, InstantSource clock) {
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    static AttributeValue key(String key) {
        return AttributeValue.fromS(LegalText.key(key));
    }

    Attributes write(LedgerItem item) {
        Instant now = clock.instant();
        Attributes to = new Attributes();
        to.values().put(KEY, key(item.key()));
        to.put("version", VERSION).put(TOKEN, item.token()).put("updated", now)
                .put("expires", now.plus(timeToLive).getEpochSecond());
        if (item instanceof EventEntry entry) {
            write(entry, to);
        } else if (item instanceof KeyEntry entry) {
            to.put("kind", "key").put("lastApplied", entry.lastApplied()).put("waiting",
                    entry.waiting().stream().map(waiter -> waiter.position() + ' ' + waiter.entryKey()).toList());
        }
        return to;
    }

    private static void write(EventEntry entry, Attributes to) {
        to.put("kind", "event").put("arrival", entry.deadline().arrival()).put("deadline", entry.deadline().at())
                .put("claims", entry.claims()).put("parks", entry.parks()).put("attemptCount", entry.attempts().count());
        if (entry.life() > 0) {
            to.put(LIFE, entry.life());
        }
        StateFormat.write(entry.state(), to);
        List<Attempt> kept = entry.attempts().kept();
        if (!kept.isEmpty()) {
            Attempt last = kept.get(kept.size() - 1);
            to.put(ATTEMPTS, AttemptsFormat.write(kept))
                    .put("lastFailure", last.failure().exception() + ' ' + last.failure().fingerprint());
        }
    }

    /**
     * The ledger's item of a key, whether it has expired or not: until DynamoDB deletes it, it counts.
     *
     * @throws LedgerException if it is of a version from the future, or damaged
     */
    LedgerItem read(String key, Map<String, AttributeValue> values) {
        Attributes from = new Attributes(values);
        if (from.number("version") > VERSION) {
            throw new LedgerException("an item of the ledger is of version " + from.number("version")
                    + ", this application reads up to " + VERSION + "; do not go back to it while such items are left", null);
        }
        return switch (from.text("kind")) {
            case "event" -> new EventEntry(key, from.text(TOKEN),
                    new Deadline(from.instant("arrival"), from.instant("deadline")), from.number("claims"),
                    from.number("parks"), attempts(from), StateFormat.read(from),
                    values.containsKey(LIFE) ? from.number(LIFE) : 0);
            case "key" -> new KeyEntry(key, from.text(TOKEN), from.text("lastApplied"), waiting(from));
            default -> throw from.wrong("kind", "event or key");
        };
    }

    private static AttemptHistory attempts(Attributes from) {
        byte[] kept = from.bytes(ATTEMPTS);
        try {
            return new AttemptHistory(from.number("attemptCount"), kept == null ? List.of() : AttemptsFormat.read(kept));
        } catch (IOException e) {
            throw from.wrong(ATTEMPTS, "a history of attempts");
        }
    }

    private static List<Waiter> waiting(Attributes from) {
        List<Waiter> waiting = new ArrayList<>();
        for (String waiter : from.texts("waiting")) {
            int space = waiter.indexOf(' ');
            if (space < 0) {
                throw from.wrong("waiting", "a list of sequence numbers and keys");
            }
            waiting.add(new Waiter(waiter.substring(0, space), waiter.substring(space + 1)));
        }
        return waiting;
    }
}
