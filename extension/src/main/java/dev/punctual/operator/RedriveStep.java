package dev.punctual.operator;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import dev.punctual.deadletter.Attempt;
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
    private static final int FUTILE_BATCHES = 3;

    /** Of an event that is being sent. */
    private static final int ON_ITS_WAY = -1;

    /**
     * The revisions of the letters whose events were sent in this pass, by id: a letter that is there twice is sent once.
     * Guarded by itself.
     */
    private final Map<String, Integer> sent = new HashMap<>();
    /** Batches in a row of which the retry queue took nothing. */
    private final AtomicInteger futile = new AtomicInteger();

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
    public Collection<StoredLetter> take(List<StoredLetter> letters, BooleanSupplier stopped) throws InterruptedException {
        List<StoredLetter> wanted = new ArrayList<>();
        for (StoredLetter letter : letters) {
            if (filter.matches(letter.letter()) && isRedrivable(letter)) {
                wanted.add(letter);
            }
        }
        if (options.dryRun()) {
            tally.did(wanted.size());
            return List.of();
        }
        if (!pace.take(wanted.size(), stopped)) {
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
        List<StoredLetter> twins = new ArrayList<>();
        for (StoredLetter letter : newestFirst(wanted)) {
            if (!claim(letter)) {
                twins.add(letter);
            } else {
                event(letter).ifPresentOrElse(event -> {
                    due.add(letter);
                    events.add(event);
                }, () -> disclaim(letter));
            }
        }
        List<SendResult> results = patience.all(events, store::redrive);
        for (int i = 0; i < due.size(); i++) {
            settle(due.get(i), results.get(i), there);
        }
        twins.stream().filter(this::isSentByAnother).forEach(there::add);
        requireUse(results);
        return there;
    }

    /** Of two messages of one letter, the one that was edited last. */
    private static List<StoredLetter> newestFirst(List<StoredLetter> letters) {
        return letters.stream().sorted(Comparator.comparingInt((StoredLetter letter) -> letter.edit().revision()).reversed())
                .toList();
    }

    private void settle(StoredLetter letter, SendResult result, List<StoredLetter> there) {
        Optional<String> refusal = SendResult.refusal(result);
        if (refusal.isEmpty()) {
            synchronized (sent) {
                sent.put(letter.letter().id(), letter.edit().revision());
            }
            there.add(letter);
        } else {
            disclaim(letter);
            tally.failed("the retry queue did not take the event of " + letter.letter().id() + ": " + refusal.get());
        }
    }

    /** A queue that takes nothing any more is not asked for each letter there is. */
    private void requireUse(List<SendResult> results) {
        if (results.isEmpty()) {
            return;
        }
        Optional<String> refusal = SendResult.refusal(results.get(0));
        if (results.stream().anyMatch(result -> SendResult.refusal(result).isEmpty())) {
            futile.set(0);
        } else if (futile.incrementAndGet() >= FUTILE_BATCHES) {
            throw new LetterStoreException("The retry queue beside " + store.name() + " takes nothing: " + refusal.orElse("")
                    + ". The letters that are left are as they were");
        }
    }

    private Optional<RedrivenEvent> event(StoredLetter stored) throws InterruptedException {
        DeadLetter letter = stored.letter();
        try {
            byte[] data = patience.ask(() -> store.data(stored));
            return Optional.of(new RedrivenEvent(letter.handler(), letter.event().withData(data), stored.data(),
                    clock.instant(), letter.redrive().next(letter.id()),
                    letter.attempts().latest().map(Attempt::traceparent).orElse(""), letter.correlationId()));
        } catch (LetterStoreException e) {
            tally.failed(letter.id() + " cannot be redriven: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether the letter's event is to be sent, and not already by another message with the same letter. */
    private boolean claim(StoredLetter letter) {
        synchronized (sent) {
            return sent.putIfAbsent(letter.letter().id(), ON_ITS_WAY) == null;
        }
    }

    private boolean isSentByAnother(StoredLetter letter) {
        int revision;
        synchronized (sent) {
            revision = sent.getOrDefault(letter.letter().id(), ON_ITS_WAY);
        }
        if (revision < letter.edit().revision()) {
            tally.failed("the letter " + letter.letter().id() + " is in the queue twice, and this one was not redriven"
                    + (revision == ON_ITS_WAY ? "" : ", though it was edited after the other"));
            return false;
        }
        return true;
    }

    private void disclaim(StoredLetter letter) {
        synchronized (sent) {
            sent.remove(letter.letter().id());
        }
    }
}
