package dev.punctual.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;

/** What a batch asks of the ledger, many things at a time; safe for use by several threads. */
final class LedgerDesk {

    /** How much is asked for at once; a ledger does as much of it concurrently as it can. */
    private static final int LOAD = 100;

    private sealed interface Request {
    }

    private record Write(LedgerWrite write, Consumer<LedgerResult> then) implements Request {
    }

    private record Read(List<String> keys, Consumer<Optional<Map<String, LedgerItem>>> then) implements Request {
    }

    private final LedgerAccess ledger;
    private final Desk<Request> desk = new Desk<>(LOAD, this::serve);

    private final Runnable afterLoad;

    /**
     * @param afterLoad told when there are new answers
     */
    LedgerDesk(LedgerAccess ledger, Runnable afterLoad) {
        this.ledger = ledger;
        this.afterLoad = afterLoad;
    }

    Desk<?> desk() {
        return desk;
    }

    /** Writes an item over one with the token it expects, or where it expects none. */
    void write(LedgerItem item, String expectedToken, Consumer<LedgerResult> then) {
        Optional<String> expected = expectedToken.isEmpty() ? Optional.empty() : Optional.of(expectedToken);
        desk.add(new Write(new LedgerWrite(item, expected), then));
    }

    /** Reads items; tells nothing where the ledger is out of reach. */
    void read(List<String> keys, Consumer<Optional<Map<String, LedgerItem>>> then) {
        desk.add(new Read(keys, then));
    }

    private void serve(List<Request> load) {
        List<Write> writes = new ArrayList<>();
        List<Read> reads = new ArrayList<>();
        for (Request request : load) {
            if (request instanceof Write write) {
                writes.add(write);
            } else if (request instanceof Read read) {
                reads.add(read);
            }
        }
        while (!writes.isEmpty()) {
            writeAll(takeDistinct(writes));
        }
        readAll(reads);
        afterLoad.run();
    }

    /** Two deliveries of one event may be in one batch, and their writes in one load. */
    private static List<Write> takeDistinct(List<Write> writes) {
        Set<String> keys = new LinkedHashSet<>();
        List<Write> distinct = writes.stream().filter(write -> keys.add(write.write().item().key())).toList();
        writes.removeAll(distinct);
        return distinct;
    }

    private void writeAll(List<Write> writes) {
        List<LedgerResult> results = ledger.write(writes.stream().map(Write::write).toList());
        for (int i = 0; i < writes.size(); i++) {
            writes.get(i).then().accept(results.get(i));
        }
    }

    private void readAll(List<Read> reads) {
        if (reads.isEmpty()) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>();
        reads.forEach(read -> keys.addAll(read.keys()));
        Optional<Map<String, LedgerItem>> found = ledger.read(keys);
        reads.forEach(read -> read.then().accept(found));
    }
}
