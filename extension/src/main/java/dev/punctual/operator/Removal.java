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
        List<StoredLetter> gone = new ArrayList<>();
        if (!letters.isEmpty()) {
            List<SendResult> results = store.delete(letters);
            for (int i = 0; i < letters.size(); i++) {
                settle(action, letters.get(i), results.get(i), gone);
            }
        }
        tally.did(gone.size());
        return gone;
    }

    private void settle(String action, StoredLetter letter, SendResult first, List<StoredLetter> gone)
            throws InterruptedException {
        SendResult result = patience.retry(first, () -> store.delete(List.of(letter)));
        Optional<String> refusal = SendResult.refusal(result);
        if (refusal.isEmpty()) {
            gone.add(letter);
        } else {
            tally.failed("after the " + action + " of " + letter.letter().id() + " its letter could not be removed, it is still"
                    + " in the queue " + store.name() + ": " + refusal.get());
        }
    }
}
