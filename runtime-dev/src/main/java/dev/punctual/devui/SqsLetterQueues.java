package dev.punctual.devui;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.DeadLetters;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.spi.LetterStore;
import dev.punctual.wire.sqs.SqsLetterStore;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues that the application is configured with, through its own client; safe for use by several threads. */
final class SqsLetterQueues implements LetterQueues {

    private record Entry(SourceView view, LetterStore store, DeadLetters letters) {
    }

    private final Map<String, Entry> bySource = new LinkedHashMap<>();

    /**
     * @param sqs called on first need: without a region it fails, which must not break the application
     */
    SqsLetterQueues(PunctualConfig settings, HandlerRegistry handlers, Supplier<SqsClient> sqs) {
        List<String> sources = handlers.handlers().stream().map(handler -> handler.definition().source()).distinct().sorted()
                .toList();
        QueueDirectory queues = new QueueDirectory(sources, settings.source());
        sources.forEach(source -> bySource.put(source, entry(source, queues, sqs)));
    }

    private static Entry entry(String source, QueueDirectory queues, Supplier<SqsClient> sqs) {
        QueueDirectory.Queue dead = queues.of(source, Purpose.DEAD_LETTER);
        QueueDirectory.Queue retry = queues.of(source, Purpose.RETRY);
        LetterStore store = new SqsLetterStore(sqs, new SqsLetterStore.Queues(source, dead.address(), retry.address()),
                new JsonFactory(), InstantSource.system());
        return new Entry(new SourceView(source, dead.name(), retry.name()), store, new StoreLetters(store));
    }

    @Override
    public List<SourceView> sources() {
        return bySource.values().stream().map(Entry::view).toList();
    }

    @Override
    public DeadLetters of(String source) {
        return entry(source).letters();
    }

    @Override
    public long size(String source) {
        return entry(source).store().approximateSize();
    }

    private Entry entry(String source) {
        Entry entry = bySource.get(source);
        if (entry == null) {
            throw new IllegalArgumentException("The application has no source '" + source + "'; it has " + bySource.keySet());
        }
        return entry;
    }
}
