package dev.punctual.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.EventState;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.InMemoryLedger;
import dev.punctual.spi.LedgerException;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.OutcomeLedger;

/** A ledger in memory that can be made to fail. */
final class FaultyLedger implements OutcomeLedger {

    final InMemoryLedger memory = new InMemoryLedger();
    final List<Integer> loads = new ArrayList<>();
    final List<LedgerItem> written = new ArrayList<>();
    /** Writes that fail, without being made. */
    Predicate<LedgerItem> fails = item -> false;
    /** Writes that are made, and whose answer is lost. */
    Predicate<LedgerItem> losesAnswer = item -> false;
    boolean readsFail;
    Runnable onWrite = () -> {
    };
    IntConsumer onRead = reads -> {
    };
    private int reads;
    /** As a client does whose first try succeeded without an answer: it tries again, and finds its own write. */
    boolean retriesAfterLostAnswer;
    /** What answers in the ledger's place. */
    @Nullable
    Function<List<LedgerWrite>, List<LedgerResult>> instead;

    @Override
    public synchronized List<LedgerResult> write(List<LedgerWrite> writes) {
        loads.add(writes.size());
        onWrite.run();
        if (instead != null) {
            return instead.apply(writes);
        }
        return writes.stream().map(this::write).toList();
    }

    private LedgerResult write(LedgerWrite write) {
        if (fails.test(write.item())) {
            return new LedgerResult.Failed("out of reach");
        }
        LedgerResult result = memory.write(List.of(write)).get(0);
        if (result instanceof LedgerResult.Written) {
            written.add(write.item());
            result = retriesAfterLostAnswer ? memory.write(List.of(write)).get(0) : result;
        }
        return losesAnswer.test(write.item()) ? new LedgerResult.Failed("no answer") : result;
    }

    @Override
    public synchronized Map<String, LedgerItem> read(List<String> keys) {
        onRead.accept(++reads);
        if (readsFail) {
            throw new LedgerException("out of reach", null);
        }
        return memory.read(keys);
    }

    EventEntry entry(String key) {
        return (EventEntry) memory.read(List.of(key)).get(key);
    }

    EventState state(String key) {
        return entry(key).state();
    }

    static Predicate<LedgerItem> inState(Class<? extends EventState> state) {
        return item -> item instanceof EventEntry entry && state.isInstance(entry.state());
    }

    /** As another process would: takes an event and is never heard of again. */
    void claimAndDie(EventEntry from, java.time.Instant leaseEnd, String token) {
        EventEntry claimed = from.claimed(token, leaseEnd);
        java.util.Optional<String> expected = from.token().isEmpty() ? java.util.Optional.empty()
                : java.util.Optional.of(from.token());
        LedgerResult result = memory.write(List.of(new LedgerWrite(claimed, expected))).get(0);
        if (!(result instanceof LedgerResult.Written)) {
            throw new AssertionError("could not be claimed: " + result);
        }
    }
}
