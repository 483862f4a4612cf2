package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.LedgerException;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.OutcomeLedger;

/** The engine's ledger over the run's table, with everything that can go wrong between a process and a table. */
final class ModelLedger implements OutcomeLedger {

    private static final Duration SLOWEST = Duration.ofSeconds(4);
    private static final Duration QUICK = Duration.ofMillis(5);

    private final Surrounds surrounds;

    ModelLedger(Surrounds surrounds) {
        this.surrounds = surrounds;
    }

    @Override
    public List<LedgerResult> write(List<LedgerWrite> writes) {
        reach("a write to the ledger");
        List<LedgerResult> results = new ArrayList<>();
        for (var write : writes) {
            results.add(write(write));
            surrounds.boundary("after a write to the ledger");
        }
        return results;
    }

    @Override
    public Map<String, LedgerItem> read(List<String> keys) {
        reach("a read of the ledger");
        return surrounds.ledger().read(keys);
    }

    private void reach(String what) {
        var chaos = surrounds.chaos();
        surrounds.boundary("before " + what);
        surrounds.turns().await(() -> false, chaos.upTo(chaos.strikes(FaultKind.SLOW_LEDGER) ? SLOWEST : QUICK));
        if (surrounds.ledger().isOutOfReach() || chaos.strikes(FaultKind.LEDGER_CALL)) {
            surrounds.note(what + " failed");
            throw new LedgerException("the ledger is out of reach", null);
        }
    }

    private LedgerResult write(LedgerWrite write) {
        var chaos = surrounds.chaos();
        if (chaos.strikes(FaultKind.LEDGER_WRITE)) {
            surrounds.note("a write to the ledger was not made");
            return new LedgerResult.Failed("the simulator says so");
        }
        if (write.effects().isPresent() && chaos.strikes(FaultKind.EFFECTS_REFUSED)) {
            surrounds.note("effects were refused");
            return new LedgerResult.Refused(new IllegalStateException("a condition of the effects does not hold"));
        }
        var result = surrounds.ledger().write(write, surrounds.now(), Strand.current().execution().id());
        return result instanceof LedgerResult.Written && chaos.strikes(FaultKind.LEDGER_ANSWER) ? lostAnswer(write) : result;
    }

    /** The client of a ledger tries again by itself, and may then find its own item; or it gives up. */
    private LedgerResult lostAnswer(LedgerWrite write) {
        if (surrounds.chaos().kind(FaultKind.LEDGER_ANSWER, 2) == 0) {
            surrounds.note("a write to the ledger was made and failed");
            return new LedgerResult.Failed("its answer was lost");
        }
        surrounds.note("a write to the ledger was tried twice");
        return new LedgerResult.Conflict(Optional.of(write.item()));
    }
}
