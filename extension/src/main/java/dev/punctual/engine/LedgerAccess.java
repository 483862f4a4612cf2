package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.logging.Logger;

import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.LedgerException;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.OutcomeLedger;

/**
 * The ledger, with its failures as values; safe for use by several threads.
 *
 * <p>
 * A write that finds its own token in place has been made by an earlier try, whose answer was lost.
 */
final class LedgerAccess {

    private static final Logger LOG = Logger.getLogger(LedgerAccess.class);

    private final OutcomeLedger ledger;
    private final DispatchListener listener;
    private final InstantSource clock;

    /**
     * @param listener is told of each call
     */
    LedgerAccess(OutcomeLedger ledger, DispatchListener listener, InstantSource clock) {
        this.ledger = ledger;
        this.listener = listener;
        this.clock = clock;
    }

    List<LedgerResult> write(List<LedgerWrite> writes) {
        List<LedgerResult> results = results(writes);
        return java.util.stream.IntStream.range(0, writes.size()).mapToObj(i -> recognised(writes.get(i), results.get(i)))
                .toList();
    }

    private List<LedgerResult> results(List<LedgerWrite> writes) {
        String why;
        Instant start = clock.instant();
        try {
            List<LedgerResult> results = ledger.write(writes);
            if (results.size() == writes.size()) {
                return results;
            }
            why = results.size() + " results for " + writes.size() + " writes";
        } catch (RuntimeException | Error e) {
            why = reason(e);
            LOG.errorf("The ledger could not be written: %s", why);
        } finally {
            called("write", writes.size(), start);
        }
        LedgerResult failed = new LedgerResult.Failed(why);
        return writes.stream().map(write -> failed).toList();
    }

    private static LedgerResult recognised(LedgerWrite write, LedgerResult result) {
        boolean own = result instanceof LedgerResult.Conflict conflict
                && conflict.current().map(LedgerItem::token).equals(Optional.of(write.item().token()));
        return own ? LedgerResult.WRITTEN : result;
    }

    /** Items that exist; nothing where that could not be found out. */
    Optional<Map<String, LedgerItem>> read(Collection<String> keys) {
        Instant start = clock.instant();
        try {
            return Optional.of(ledger.read(List.copyOf(keys)));
        } catch (RuntimeException | Error e) {
            LOG.errorf("The ledger could not be read: %s", reason(e));
            return Optional.empty();
        } finally {
            called("read", keys.size(), start);
        }
    }

    private void called(String operation, int items, Instant start) {
        listener.ledgerCalled(operation, items, Duration.between(start, clock.instant()));
    }

    /** A client's own exceptions may quote keys, which may come from payloads; the ledger's may not. */
    private static String reason(Throwable e) {
        return e instanceof LedgerException ? String.valueOf(e.getMessage()) : e.getClass().getName();
    }
}
