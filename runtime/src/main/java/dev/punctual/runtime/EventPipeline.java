package dev.punctual.runtime;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.engine.BatchItem;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.event.EventRecord;
import dev.punctual.runtime.config.FunctionRole;
import dev.punctual.runtime.deadletter.DeadLetterCompleter;
import dev.punctual.runtime.event.BatchResponse;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;
import dev.punctual.runtime.kinesis.KinesisEvents;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.InvocationListener;
import dev.punctual.wire.payload.Payloads;

/** From the bytes that Lambda hands over to the answer it gets; safe for use by several threads. */
final class EventPipeline {

    private final JsonFactory json;
    private final RecordsReader records;
    private final KinesisEvents kinesis;
    private final SqsEvents sqs;
    private final RetriedMessages retries;
    private final SourceRouting routing;
    private final BatchProcessor processor;
    private final DeadLetterCompleter completer;
    private final InvocationListener listener;
    private final InstantSource clock;

    EventPipeline(JsonFactory json, SourceRouting routing, BatchProcessor processor, DeadLetterCompleter completer,
            Payloads payloads, InvocationListener listener, InstantSource clock) {
        this.json = json;
        this.records = new RecordsReader(json);
        this.kinesis = new KinesisEvents(records);
        this.sqs = new SqsEvents(records);
        this.retries = new RetriedMessages(json, payloads);
        this.routing = routing;
        this.processor = processor;
        this.completer = completer;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Handles one event of Lambda's.
     *
     * @return the partial batch response
     * @throws MalformedEventException if the payload is not of a known source, or of one of another function
     */
    byte[] handle(byte[] payload, Invocation invocation) {
        List<BatchItem> items = KinesisEvents.readAsWrittenByLambda(payload);
        return BatchResponse.of(items == null ? handleAnyJson(payload, invocation) : handleKinesis(items, invocation), json);
    }

    private List<String> handleAnyJson(byte[] payload, Invocation invocation) {
        String source = records.source(payload);
        return switch (source) {
            case KinesisEvents.SOURCE -> handleKinesis(kinesis.readAnyJson(payload, clock.instant()), invocation);
            case SqsEvents.SOURCE -> handleSqs(payload, invocation);
            case "" -> handleNone(payload);
            default -> throw new MalformedEventException("Records[0].eventSource is '" + source + "'; expected "
                    + KinesisEvents.SOURCE + " or " + SqsEvents.SOURCE);
        };
    }

    private List<String> handleNone(byte[] payload) {
        if (!records.all(payload, parser -> {
            parser.skipChildren();
            return true;
        }).isEmpty()) {
            throw new MalformedEventException("Records[0] has no eventSource; expected " + KinesisEvents.SOURCE + " or "
                    + SqsEvents.SOURCE);
        }
        return List.of();
    }

    private List<String> handleKinesis(List<BatchItem> items, Invocation invocation) {
        EventRecord newest = items.get(items.size() - 1).event();
        routing.roleFor(newest.source());
        listener.received(newest.source(), items.size(), newest.arrival());
        return KinesisEvents.failures(processor.process(items, invocation));
    }

    private List<String> handleSqs(byte[] payload, Invocation invocation) {
        List<SqsEvents.Message> messages = sqs.read(payload, clock.instant());
        SqsEvents.Message newest = messages.get(messages.size() - 1);
        FunctionRole role = routing.roleFor(newest.queue());
        listener.received(newest.queue(), messages.size(), newest.sent());
        return SqsEvents.failures(switch (role) {
            case STREAM -> processor.process(messages.stream().map(EventPipeline::fresh).toList(), invocation);
            case RETRY -> retry(messages, invocation);
            case DEAD_LETTER -> completer.process(messages, invocation);
        });
    }

    private static BatchItem fresh(SqsEvents.Message message) {
        return new BatchItem.Fresh(message.messageId(), message.event());
    }

    private List<ItemOutcome> retry(List<SqsEvents.Message> messages, Invocation invocation) {
        RetriedMessages.Batch batch = retries.read(messages);
        List<ItemOutcome> outcomes = new ArrayList<>(batch.returned());
        outcomes.addAll(processor.process(batch.items(), invocation));
        return outcomes;
    }
}
