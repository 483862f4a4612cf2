package dev.punctual.devui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.punctual.DeadLetters;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.StoredLetter;

/** What the page asks for, in terms of {@link DeadLetters}; safe for use by several threads. */
final class DeadLettersPage {

    private static final Consumer<OperationReport> UNOBSERVED = report -> {
    };

    private final LetterQueues queues;
    private final Payloads payloads;
    private final String user;
    private final Turns turns = new Turns();

    /**
     * @param user who looks at the page, for the audit
     */
    DeadLettersPage(LetterQueues queues, Payloads payloads, String user) {
        this.queues = queues;
        this.payloads = payloads;
        this.user = user;
    }

    List<SourceView> sources() {
        return queues.sources();
    }

    /** How many letters each source has, or why nobody knows. */
    Map<String, Answer<Long>> sizes() {
        Map<String, Answer<Long>> sizes = new HashMap<>();
        queues.sources().forEach(source -> sizes.put(source.name(), Answer.of(() -> queues.size(source.name()))));
        return sizes;
    }

    List<GroupView> groups(String source) {
        return turns.take(source, () -> queues.of(source).groups(LetterFilter.ALL)).stream().map(GroupView::of).toList();
    }

    LetterPage group(String source, LetterGroup.Key group) {
        return list(source, LetterFilter.ofGroup(group), letter -> true);
    }

    LetterPage search(String source, String text) {
        return list(source, LetterFilter.ALL, letter -> LetterRow.mentions(letter.letter(), text));
    }

    private LetterPage list(String source, LetterFilter filter, Predicate<StoredLetter> wanted) {
        LatestRows rows = new LatestRows();
        return turns.take(source, () -> {
            queues.of(source).browse(filter, letter -> {
                if (wanted.test(letter)) {
                    rows.add(letter.letter());
                }
                return true;
            });
            return rows.page();
        });
    }

    Optional<LetterView> letter(String source, String id) {
        DeadLetters letters = queues.of(source);
        return turns.take(source, () -> letters.find(id)).map(stored -> LetterView.of(stored, payload(letters, stored)));
    }

    private PayloadView payload(DeadLetters letters, StoredLetter stored) {
        return stored.data() instanceof LetterData.Missing missing ? Payloads.missing(missing)
                : payloads.show(stored, letters.data(stored));
    }

    Outcome redrive(String source, LetterFilter filter) {
        return Outcome.of(turns.take(source,
                () -> queues.of(source).redrive(filter, OperationOptions.by(user), UNOBSERVED)));
    }

    Outcome discard(String source, LetterFilter filter, String why) {
        OperationOptions options = new OperationOptions(user, why, false, Double.POSITIVE_INFINITY,
                OperationOptions.REDRIVE_LIMIT);
        return Outcome.of(turns.take(source, () -> queues.of(source).discard(filter, options, UNOBSERVED)));
    }

    static LetterGroup.Key key(String handler, String reason, String fingerprint) {
        return new LetterGroup.Key(handler, Reason.valueOf(reason), fingerprint);
    }
}
