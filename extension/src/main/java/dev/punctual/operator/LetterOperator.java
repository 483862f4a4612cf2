package dev.punctual.operator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.punctual.DeadLetters;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.AuditLog;
import dev.punctual.spi.LetterForm;
import dev.punctual.spi.LetterStore;
import dev.punctual.spi.LetterStoreException;
import dev.punctual.spi.SendResult;
import dev.punctual.spi.UndecodableException;

/** The dead letters of one queue; safe for use by several threads. */
public final class LetterOperator implements DeadLetters {

    /** What an operator stands on, besides the queue. */
    public record Surroundings(AuditLog audit, LetterForm form, InstantSource clock, Sleeper sleeper) {
    }

    private static final int IMPORTED_AT_ONCE = 10;
    private static final Consumer<OperationReport> NOBODY = report -> {
    };

    private final LetterStore store;
    private final Surroundings around;
    private final OperatorSettings settings;
    private final Patience patience;

    /**
     * @param store the queue
     */
    public LetterOperator(LetterStore store, Surroundings around, OperatorSettings settings) {
        this.store = store;
        this.around = around;
        this.settings = settings;
        this.patience = new Patience(around.sleeper());
    }

    @Override
    public OperationReport browse(LetterFilter filter, Predicate<StoredLetter> visitor, Consumer<OperationReport> progress) {
        Tally tally = new Tally(progress, around.clock());
        Visit visit = new Visit(filter, visitor, tally);
        Pass pass = new Pass(store, settings, patience, tally, visit);
        visit.pass = pass;
        return tally.report(pass.run());
    }

    /** Shows letters to a visitor, one at a time. */
    private static final class Visit implements Pass.Step {

        private final LetterFilter filter;
        private final Predicate<StoredLetter> visitor;
        private final Tally tally;
        private Pass pass;
        private boolean over;

        @SuppressWarnings("NullAway.Init") // A pass and its step know each other.
        private Visit(LetterFilter filter, Predicate<StoredLetter> visitor, Tally tally) {
            this.filter = filter;
            this.visitor = visitor;
            this.tally = tally;
        }

        @Override
        public synchronized List<StoredLetter> take(List<StoredLetter> letters, BooleanSupplier stopped) {
            for (StoredLetter letter : letters) {
                if (!over && filter.matches(letter.letter())) {
                    tally.did(1);
                    over = !visitor.test(letter);
                }
            }
            if (over) {
                pass.stop();
            }
            return List.of();
        }
    }

    @Override
    public List<LetterGroup> groups(LetterFilter filter, Consumer<OperationReport> progress) {
        Groups groups = new Groups();
        requireAll(browse(filter, letter -> {
            groups.add(letter);
            return true;
        }, progress));
        return groups.sorted();
    }

    @Override
    public Optional<StoredLetter> find(String id) {
        List<StoredLetter> found = new ArrayList<>();
        requireAll(browse(LetterFilter.ofId(id), found::add));
        return newest(found);
    }

    /** What was interrupted has no answer. */
    private void requireAll(OperationReport report) {
        if (!report.complete()) {
            throw new LetterStoreException("Not all letters of the queue " + store.name() + " were seen: "
                    + (report.failures().isEmpty() ? "the thread was interrupted" : String.join("; ", report.failures())));
        }
    }

    private static Optional<StoredLetter> newest(List<StoredLetter> found) {
        return found.stream().max(Comparator.comparingInt(letter -> letter.edit().revision()));
    }

    @Override
    public byte[] data(StoredLetter letter) {
        return store.data(letter);
    }

    @Override
    public Optional<StoredLetter> edit(String id, byte[] data, String by) {
        OperationOptions options = OperationOptions.by(by);
        Tally tally = new Tally(NOBODY, around.clock());
        Removal removal = new Removal(store, around.audit(), options, tally, patience, around.clock());
        LetterFilter filter = LetterFilter.ofId(id);
        List<StoredLetter> found = new ArrayList<>();
        List<StoredLetter> edited = new ArrayList<>();
        Pass pass = new Pass(store, settings, patience, tally, (letters, stopped) -> {
            synchronized (found) {
                letters.stream().filter(letter -> filter.matches(letter.letter())).forEach(found::add);
            }
            return List.of();
        });
        boolean complete = pass.run(() -> newest(found)
                .ifPresent(letter -> edited.add(replace(letter, found, data, by, removal, tally))));
        if (edited.isEmpty()) {
            requireAll(tally.report(complete));
        }
        return edited.stream().findFirst();
    }

    /** The new message first: a crash leaves both, and the newer one counts. */
    private StoredLetter replace(StoredLetter letter, List<StoredLetter> old, byte[] data, String by, Removal removal,
            Tally tally) {
        StoredLetter edited = new StoredLetter(letter.letter().withData(data), LetterData.INLINE,
                letter.edit().next(by, around.clock().instant()), "", "", around.clock().instant(), letter.source());
        SendResult.refusal(store.add(List.of(edited.keptAs(letter.data())), List.of(data)).get(0)).ifPresent(why -> {
            throw new LetterStoreException("The queue " + store.name() + " did not take the edited letter "
                    + letter.letter().id() + ": " + why + ". The letter is as it was");
        });
        try {
            if (removal.remove("edit", old).size() < old.size()) {
                throw new LetterStoreException("The queue " + store.name() + " has " + letter.letter().id()
                        + " twice: the edited letter, which counts, and the one before, which could not be removed. Edit it"
                        + " once more: " + String.join("; ", tally.report(true).failures()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LetterStoreException("Interrupted while " + letter.letter().id() + " was edited: the queue "
                    + store.name() + " has it twice, and the edited one counts", e);
        }
        return edited;
    }

    @Override
    public OperationReport redrive(LetterFilter filter, OperationOptions options, Consumer<OperationReport> progress) {
        Tally tally = new Tally(progress, around.clock());
        Removal removal = new Removal(store, around.audit(), options, tally, patience, around.clock());
        Pace pace = new Pace(options.perSecond(), around.clock(), around.sleeper());
        return through(tally, new RedriveStep(store, filter, options, pace, removal, tally, patience, around.clock()),
                progress);
    }

    @Override
    public OperationReport discard(LetterFilter filter, OperationOptions options, Consumer<OperationReport> progress) {
        if (options.why().isBlank()) {
            throw new IllegalArgumentException("discarding letters needs a reason, for the audit");
        }
        Tally tally = new Tally(progress, around.clock());
        Removal removal = new Removal(store, around.audit(), options, tally, patience, around.clock());
        Pace pace = new Pace(options.perSecond(), around.clock(), around.sleeper());
        return through(tally, (letters, stopped) -> {
            List<StoredLetter> wanted = letters.stream().filter(letter -> filter.matches(letter.letter())).toList();
            if (options.dryRun()) {
                tally.did(wanted.size());
                return List.of();
            }
            return pace.take(wanted.size(), stopped) ? removal.remove("discard", wanted) : List.of();
        }, progress);
    }

    private OperationReport through(Tally tally, Pass.Step step, Consumer<OperationReport> progress) {
        boolean complete = false;
        try {
            complete = new Pass(store, settings, patience, tally, step).run();
        } finally {
            progress.accept(tally.report(complete));
        }
        return tally.report(complete);
    }

    @Override
    public OperationReport export(LetterFilter filter, Consumer<String> line, Consumer<OperationReport> progress) {
        Tally tally = new Tally(progress, around.clock());
        return through(tally, (letters, stopped) -> {
            for (StoredLetter letter : letters) {
                if (filter.matches(letter.letter())) {
                    export(letter, line, tally);
                }
            }
            return List.of();
        }, progress);
    }

    /** A letter whose bytes cannot be had does not keep the others from being exported. */
    private void export(StoredLetter letter, Consumer<String> line, Tally tally) throws InterruptedException {
        byte[] data;
        try {
            data = patience.ask(() -> store.data(letter));
        } catch (LetterStoreException e) {
            tally.failed(letter.letter().id() + " cannot be exported: " + e.getMessage());
            return;
        }
        String text = around.form().write(letter, data);
        synchronized (line) {
            line.accept(text);
        }
        tally.did(1);
    }

    @Override
    public OperationReport importFrom(Stream<String> lines, OperationOptions options, Consumer<OperationReport> progress) {
        Tally tally = new Tally(progress, around.clock());
        List<LetterForm.Imported> batch = new ArrayList<>();
        long number = 0;
        boolean interrupted = false;
        for (Iterator<String> all = lines.iterator(); all.hasNext() && !interrupted;) {
            number++;
            read(all.next(), number, tally).ifPresent(batch::add);
            if (batch.size() == IMPORTED_AT_ONCE || !all.hasNext()) {
                add(batch, options, tally);
                batch.clear();
                tally.tell();
            }
            interrupted = Thread.currentThread().isInterrupted();
        }
        // What was read is added: who goes on begins behind it.
        add(batch, options, tally);
        OperationReport report = tally.report(!interrupted);
        progress.accept(report);
        return report;
    }

    private Optional<LetterForm.Imported> read(String line, long number, Tally tally) {
        tally.saw(1);
        try {
            return Optional.of(around.form().read(line));
        } catch (UndecodableException e) {
            tally.failed("line " + number + " is no exported letter: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void add(List<LetterForm.Imported> batch, OperationOptions options, Tally tally) {
        if (batch.isEmpty() || options.dryRun()) {
            tally.did(batch.size());
            return;
        }
        List<SendResult> results = store.add(batch.stream().map(LetterForm.Imported::letter).toList(),
                batch.stream().map(LetterForm.Imported::data).toList());
        Instant now = around.clock().instant();
        for (int i = 0; i < batch.size(); i++) {
            String id = batch.get(i).letter().letter().id();
            Optional<String> refusal = SendResult.refusal(results.get(i));
            if (refusal.isEmpty()) {
                around.audit().keep(new AuditLog.Entry(now, options.by(), "import", store.name(), id, options.why()));
                tally.did(1);
            } else {
                tally.failed("the queue " + store.name() + " did not take " + id + ": " + refusal.get());
            }
        }
    }
}
