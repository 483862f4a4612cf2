package dev.punctual.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.InMemoryLedger;
import dev.punctual.spi.LedgerException;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.OutcomeLedger;

/** The ledger that all processes of a test share. */
final class VirtualLedger {

    private static final String OUT_OF_REACH = "the ledger is out of reach";

    private final InMemoryLedger items = new InMemoryLedger();
    private final InstantSource clock;
    private Instant outOfReachUntil = Instant.MIN;

    VirtualLedger(InstantSource clock) {
        this.clock = clock;
    }

    void breakUntil(Instant mended) {
        outOfReachUntil = mended;
    }

    /** The ledger as a process sees it; nothing of a process that has ended gets there. */
    OutcomeLedger of(VirtualProcess process) {
        return new OutcomeLedger() {
            @Override
            public List<LedgerResult> write(List<LedgerWrite> writes) {
                process.requireAlive();
                return isOutOfReach()
                        ? writes.stream().<LedgerResult> map(write -> new LedgerResult.Failed(OUT_OF_REACH)).toList()
                        : items.write(writes);
            }

            @Override
            public Map<String, LedgerItem> read(List<String> keys) {
                process.requireAlive();
                if (isOutOfReach()) {
                    throw new LedgerException(OUT_OF_REACH, null);
                }
                return items.read(keys);
            }
        };
    }

    private boolean isOutOfReach() {
        return clock.instant().isBefore(outOfReachUntil);
    }
}
