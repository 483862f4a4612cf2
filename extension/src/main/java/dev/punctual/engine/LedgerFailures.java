package dev.punctual.engine;

import java.util.function.Consumer;

import org.jboss.logging.Logger;

import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;

/** What is done while the ledger is out of reach: events return to their source, or are handled as if there were none. */
final class LedgerFailures {

    private static final Logger LOG = Logger.getLogger(LedgerFailures.class);

    private final Stage stage;
    private final DispatchListener listener;
    private final boolean failOpen;

    LedgerFailures(Stage stage, DispatchListener listener, boolean failOpen) {
        this.stage = stage;
        this.listener = listener;
        this.failOpen = failOpen;
    }

    /**
     * @param goOn what to do without the ledger
     */
    void outOfReach(Delivery delivery, String why, Runnable goOn) {
        outOfReach(delivery, why, goOn, returned -> stage.finish(delivery, returned));
    }

    /**
     * @param goOn what to do without the ledger
     * @param giveBack how to return it to its source
     */
    void outOfReach(Delivery delivery, String why, Runnable goOn, Consumer<Outcome> giveBack) {
        listener.ledgerFailed(delivery.handler(), delivery.event, why);
        LOG.warnf("The ledger failed for %s of %s: %s; %s", delivery.handler(), delivery.event.id(), why,
                failOpen ? "it goes on without" : "it returns to its source");
        if (failOpen) {
            goOn.run();
        } else {
            giveBack.accept(new Outcome.ReturnedToSource("the ledger failed: " + why));
        }
    }
}
