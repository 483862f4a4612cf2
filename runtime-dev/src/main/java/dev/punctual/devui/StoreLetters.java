package dev.punctual.devui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import dev.punctual.spi.LetterStore;
import dev.punctual.spi.RedrivenEvent;

final class StoreLetters implements DeadLetters {
    private final LetterStore store;

    StoreLetters(LetterStore store) {
        this.store = store;
    }

    private List<StoredLetter> all(LetterFilter filter) {
        List<StoredLetter> all = new ArrayList<>();
        for (List<StoredLetter> some = store.receive(Duration.ofMinutes(1)); !some.isEmpty(); some = store
                .receive(Duration.ofMinutes(1))) {
            all.addAll(some);
        }
        return all;
    }

    @Override
    public OperationReport browse(LetterFilter filter, Predicate<StoredLetter> visitor) {
        List<StoredLetter> all = all(filter);
        all.stream().filter(it -> filter.matches(it.letter())).takeWhile(visitor).forEach(it -> {
        });
        store.release(all);
        return new OperationReport(all.size(), all.size(), 0, 0, List.of(), true);
    }

    @Override
    public List<LetterGroup> groups(LetterFilter filter) {
        Map<LetterGroup.Key, LetterGroup> groups = new LinkedHashMap<>();
        browse(filter, it -> {
            Instant at = it.letter().diedAt();
            groups.merge(LetterGroup.Key.of(it.letter()), new LetterGroup(LetterGroup.Key.of(it.letter()), 1, at, at, it),
                    (a, b) -> new LetterGroup(a.key(), a.count() + 1, a.firstSeen(), b.lastSeen(), b.example()));
            return true;
        });
        return List.copyOf(groups.values());
    }

    @Override
    public Optional<StoredLetter> find(String id) {
        List<StoredLetter> found = new ArrayList<>();
        browse(LetterFilter.ofId(id), found::add);
        return found.stream().findFirst();
    }

    @Override
    public byte[] data(StoredLetter letter) {
        return store.data(letter);
    }

    @Override
    public Optional<StoredLetter> edit(String id, byte[] data, String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OperationReport redrive(LetterFilter filter, OperationOptions options, Consumer<OperationReport> progress) {
        return each(filter, it -> store.redrive(List.of(new RedrivenEvent(it.letter().handler(), it.letter().event(),
                Instant.now(), it.letter().redrive().next(it.letter().id())))));
    }

    @Override
    public OperationReport discard(LetterFilter filter, OperationOptions options, Consumer<OperationReport> progress) {
        return each(filter, it -> {
        });
    }

    private OperationReport each(LetterFilter filter, Consumer<StoredLetter> act) {
        List<StoredLetter> all = all(filter);
        int done = 0;
        for (StoredLetter it : all) {
            if (filter.matches(it.letter())) {
                act.accept(it);
                store.delete(List.of(it));
                done++;
            } else {
                store.release(List.of(it));
            }
        }
        return new OperationReport(all.size(), done, 0, 0, List.of(), true);
    }

    @Override
    public OperationReport export(LetterFilter filter, Consumer<String> line, Consumer<OperationReport> progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OperationReport importFrom(Stream<String> lines, OperationOptions options, Consumer<OperationReport> progress) {
        throw new UnsupportedOperationException();
    }
}
