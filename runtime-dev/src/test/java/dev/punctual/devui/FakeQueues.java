package dev.punctual.devui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.punctual.DeadLetters;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.LetterStoreException;

/** One dead-letter queue in memory, which remembers what was asked of it. */
final class FakeQueues implements LetterQueues, DeadLetters {

    final List<StoredLetter> letters = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    boolean outOfReach;

    @Override
    public List<SourceView> sources() {
        return List.of(new SourceView("orders", "orders-dead-letter", "orders-retry"));
    }

    @Override
    public DeadLetters of(String source) {
        if (outOfReach) {
            throw new LetterStoreException("The queue orders-dead-letter does not give letters");
        }
        return this;
    }

    @Override
    public long size(String source) {
        of(source);
        return letters.size();
    }

    @Override
    public OperationReport browse(LetterFilter filter, Predicate<StoredLetter> visitor,
            Consumer<OperationReport> progress) {
        List<StoredLetter> seen = letters.stream().filter(letter -> filter.matches(letter.letter())).takeWhile(visitor)
                .toList();
        return done(seen.size());
    }

    @Override
    public List<LetterGroup> groups(LetterFilter filter, Consumer<OperationReport> progress) {
        StoredLetter last = letters.get(letters.size() - 1);
        return List.of(new LetterGroup(LetterGroup.Key.of(last.letter()), letters.size(), letters.get(0).letter().diedAt(),
                last.letter().diedAt(), last));
    }

    @Override
    public Optional<StoredLetter> find(String id) {
        return letters.stream().filter(letter -> letter.letter().id().equals(id)).findFirst();
    }

    @Override
    public byte[] data(StoredLetter letter) {
        return letter.letter().event().data();
    }

    @Override
    public OperationReport redrive(LetterFilter filter, OperationOptions options, Consumer<OperationReport> progress) {
        asked.add("redrive by " + options.by() + ", limit " + options.redriveLimit());
        return new OperationReport(3, 1, 1, 1, List.of("SQS refused it"), true);
    }

    @Override
    public OperationReport discard(LetterFilter filter, OperationOptions options, Consumer<OperationReport> progress) {
        asked.add("discard by " + options.by() + " because " + options.why());
        return done(browse(filter, letter -> true).seen());
    }

    private static OperationReport done(long letters) {
        return new OperationReport(letters, letters, 0, 0, List.of(), true);
    }

    @Override
    public Optional<StoredLetter> edit(String id, byte[] data, String by) {
        throw new AssertionError("the page edits nothing");
    }

    @Override
    public OperationReport export(LetterFilter filter, Consumer<String> line, Consumer<OperationReport> progress) {
        throw new AssertionError("the page exports nothing");
    }

    @Override
    public OperationReport importFrom(Stream<String> lines, OperationOptions options, Consumer<OperationReport> progress) {
        throw new AssertionError("the page imports nothing");
    }
}
