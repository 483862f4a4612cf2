package dev.punctual.devui;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.DeadLetterQueues;
import dev.punctual.DeadLetters;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.spi.LetterStore;
import dev.punctual.wire.sqs.SqsLetterStore;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues that the application is configured with, through its own client; safe for use by several threads. */
final class SqsLetterQueues implements LetterQueues {

    private record Entry(SourceView view, LetterStore store) {
    }

    private final DeadLetterQueues letters;
    private final Map<String, Entry> bySource = new LinkedHashMap<>();

    /**
     * @param sqs called on first need: without a region it fails, which must not break the application
     */
    SqsLetterQueues(PunctualConfig settings, DeadLetterQueues letters, Supplier<SqsClient> sqs) {
        this.letters = letters;
        QueueDirectory queues = new QueueDirectory(letters.sources(), settings.source());
        SourceNames names = new SourceNames(settings.source());
        letters.sources().stream().sorted()
                .forEach(source -> bySource.put(source, entry(source, names.of(source), queues, sqs)));
    }

    private static Entry entry(String source, String deployed, QueueDirectory queues, Supplier<SqsClient> sqs) {
        QueueDirectory.Queue dead = queues.of(deployed, Purpose.DEAD_LETTER);
        QueueDirectory.Queue retry = queues.of(deployed, Purpose.RETRY);
        LetterStore store = new SqsLetterStore(sqs, new SqsLetterStore.Queues(deployed, dead.address(), retry.address()),
                new JsonFactory(), InstantSource.system());
        return new Entry(new SourceView(source, dead.name(), retry.name()), store);
    }

    @Override
    public List<SourceView> sources() {
        return bySource.values().stream().map(Entry::view).toList();
    }

    @Override
    public DeadLetters of(String source) {
        return letters.of(source);
    }

    @Override
    public long size(String source) {
        Entry entry = bySource.get(source);
        if (entry == null) {
            throw new IllegalArgumentException("No handler is fed by '" + source + "'; there are " + bySource.keySet());
        }
        return entry.store().approximateSize();
    }
}
