package dev.punctual.operator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.AuditLog;
import dev.punctual.spi.LetterStore;
import dev.punctual.spi.SendResult;

/** Writes down what is done with letters, and removes them; safe for use by several threads. */
final class Removal {

    private final LetterStore store;
    private final AuditLog audit;
    private final OperationOptions options;
    private final Tally tally;
    private final Patience patience;
    private final InstantSource clock;

    Removal(LetterStore store, AuditLog audit, OperationOptions options, Tally tally, Patience patience, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.options = options;
        this.tally = tally;
        this.patience = patience;
        this.clock = clock;
    }

    /** Returns those that are gone. */
    List<StoredLetter> remove(String action, List<StoredLetter> letters) throws InterruptedException {
        for (StoredLetter letter : letters) {
            audit.keep(new AuditLog.Entry(clock.instant(), options.by(), action, store.name(), letter.letter().id(),
                    options.why()));
        }
        List<SendResult> results = patience.all(letters, store::delete);
        List<StoredLetter> gone = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            Optional<String> refusal = SendResult.refusal(results.get(i));
            if (refusal.isEmpty()) {
                gone.add(letters.get(i));
            } else {
                tally.failed("after the " + action + " of " + letters.get(i).letter().id() + " its letter could not be removed,"
                        + " it is still in the queue " + store.name() + ": " + refusal.get());
            }
        }
        tally.did(gone.size());
        return gone;
    }
}
