package dev.punctual.operator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.LetterStore;
import dev.punctual.spi.LetterStoreException;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.spi.SendResult;

/** Sends the events of letters to the retry queue, then removes the letters. */
final class RedriveStep implements Pass.Step {

    private final LetterStore store;
    private final LetterFilter filter;
    private final OperationOptions options;
    private final Pace pace;
    private final Removal removal;
    private final Tally tally;
    private final Patience patience;
    private final InstantSource clock;
    /** The ids of letters whose events were sent in this pass: a letter that is there twice is sent once. Guarded by itself. */
    private final Set<String> sent = new HashSet<>();

    RedriveStep(LetterStore store, LetterFilter filter, OperationOptions options, Pace pace, Removal removal, Tally tally,
            Patience patience, InstantSource clock) {
        this.store = store;
        this.filter = filter;
        this.options = options;
        this.pace = pace;
        this.removal = removal;
        this.tally = tally;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Collection<StoredLetter> take(List<StoredLetter> letters) throws InterruptedException {
        List<StoredLetter> wanted = new ArrayList<>();
        for (StoredLetter letter : letters) {
            if (filter.matches(letter.letter()) && isRedrivable(letter)) {
                wanted.add(letter);
            }
        }
        pace.take(wanted.size());
        if (options.dryRun()) {
            tally.did(wanted.size());
            return List.of();
        }
        return removal.remove("redrive", send(wanted));
    }

    private boolean isRedrivable(StoredLetter letter) {
        if (letter.letter().redrive().count() >= options.redriveLimit()) {
            tally.quarantined();
            return false;
        }
        if (letter.data() instanceof LetterData.Missing missing) {
            tally.failed(letter.letter().id() + " cannot be redriven, its bytes are missing: " + missing.why());
            return false;
        }
        return true;
    }

    /** Those whose events the retry queue has, now or from another message with the same letter. */
    private List<StoredLetter> send(List<StoredLetter> wanted) throws InterruptedException {
        List<StoredLetter> there = new ArrayList<>();
        List<StoredLetter> due = new ArrayList<>();
        List<RedrivenEvent> events = new ArrayList<>();
        for (StoredLetter letter : wanted) {
            if (!claim(letter)) {
                there.add(letter);
            } else {
                event(letter).ifPresentOrElse(event -> {
                    due.add(letter);
                    events.add(event);
                }, () -> disclaim(letter));
            }
        }
        if (!due.isEmpty()) {
            List<SendResult> results = store.redrive(events);
            for (int i = 0; i < due.size(); i++) {
                settle(due.get(i), events.get(i), results.get(i), there);
            }
        }
        return there;
    }

    private void settle(StoredLetter letter, RedrivenEvent event, SendResult first, List<StoredLetter> there)
            throws InterruptedException {
        SendResult result = patience.retry(first, () -> store.redrive(List.of(event)));
        Optional<String> refusal = SendResult.refusal(result);
        if (refusal.isEmpty()) {
            there.add(letter);
        } else {
            disclaim(letter);
            tally.failed("the retry queue did not take the event of " + letter.letter().id() + ": " + refusal.get());
        }
    }

    private Optional<RedrivenEvent> event(StoredLetter stored) throws InterruptedException {
        DeadLetter letter = stored.letter();
        try {
            byte[] data = patience.ask(() -> store.data(stored));
            return Optional.of(new RedrivenEvent(letter.handler(), letter.event().withData(data), clock.instant(),
                    letter.redrive().next(letter.id())));
        } catch (LetterStoreException e) {
            tally.failed(letter.id() + " cannot be redriven: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean claim(StoredLetter letter) {
        synchronized (sent) {
            return sent.add(letter.letter().id());
        }
    }

    private void disclaim(StoredLetter letter) {
        synchronized (sent) {
            sent.remove(letter.letter().id());
        }
    }
}
