package dev.punctual.runtime.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.io.JsonStringEncoder;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.runtime.config.FunctionRole;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.runtime.handler.HandlerDefinition;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.wire.envelope.RetryFormat;

/** Made-up batches, laid out as Lambda hands them to a function: one event for each handler whose payload can be made up. */
public final class SampleBatches {

    private static final String ACCOUNT = ":us-east-1:000000000000:";
    private static final String SHARD = "shardId-000000000000";
    private static final String NUMBER = "4959033827149025660855969253836157109592157598913600000";
    private static final String MESSAGE = "00000000-0000-0000-0000-00000000000";
    private static final Duration LEFT = Duration.ofHours(1);

    private record Key(EventSource.Kind kind, String source) {
    }

    private final JsonFactory json;
    private final PayloadExamples examples;
    private final SourceNames names;
    private final QueueDirectory queues;

    /**
     * @param names tells what sources are named where they are deployed
     * @param queues knows the queues beside them
     */
    public SampleBatches(JsonFactory json, PayloadExamples examples, SourceNames names, QueueDirectory queues) {
        this.json = json;
        this.examples = examples;
        this.names = names;
        this.queues = queues;
    }

    /**
     * The batches that a function gets, one for each of its sources.
     *
     * @param now when their events arrived
     */
    public List<byte[]> of(FunctionRole role, List<HandlerDefinition> handlers, Instant now) {
        Map<Key, List<String>> bySource = new LinkedHashMap<>();
        for (HandlerDefinition handler : handlers) {
            examples.of(handler.payloadType()).ifPresent(payload -> {
                EventRecord event = event(handler, payload, now);
                Key key = role == FunctionRole.STREAM ? new Key(handler.kind(), event.source().name())
                        : new Key(EventSource.Kind.QUEUE, queues.of(event.source().name(), purpose(role)).name());
                List<String> records = bySource.computeIfAbsent(key, made -> new ArrayList<>());
                records.add(record(role, key, records.size() % 10, handler.id(), event));
            });
        }
        return bySource.values().stream()
                .map(records -> ("{\"Records\":[" + String.join(",", records) + "]}").getBytes(UTF_8)).toList();
    }

    private static Purpose purpose(FunctionRole role) {
        return role == FunctionRole.RETRY ? Purpose.RETRY : Purpose.ON_FAILURE;
    }

    private EventRecord event(HandlerDefinition handler, byte[] payload, Instant now) {
        String name = names.of(handler.source());
        EventSource source = EventSource.ofArn(arn(new Key(handler.kind(), name)));
        byte[] data = SampleEvents.event(handler.type(), payload, json);
        return handler.kind() == EventSource.Kind.STREAM ? new EventRecord(source, SHARD, NUMBER, "key", now, data)
                : new EventRecord(source, "", MESSAGE, "", now, data);
    }

    private String record(FunctionRole role, Key key, int number, String handler, EventRecord event) {
        if (role != FunctionRole.STREAM) {
            // The dead-letter function gets what waited and was given up.
            Deadline deadline = new Deadline(event.arrival(), event.arrival().plus(LEFT));
            return message(key, number, event.arrival(), new RetryFormat(json).write(
                    new ParkedEvent(handler, event, deadline, AttemptHistory.NONE, 1, Redrive.NONE, Duration.ZERO)));
        }
        return key.kind() == EventSource.Kind.QUEUE
                ? message(key, number, event.arrival(), new String(event.data(), UTF_8))
                : kinesis(key, number, event);
    }

    /** In Lambda's order of fields, which is what the fast reader knows. */
    private static String kinesis(Key key, int number, EventRecord event) {
        return "{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"" + event.partitionKey()
                + "\",\"sequenceNumber\":\"" + NUMBER + number + "\",\"data\":\""
                + Base64.getEncoder().encodeToString(event.data()) + "\",\"approximateArrivalTimestamp\":"
                + seconds(event.arrival()) + "},\"eventSource\":\"aws:kinesis\",\"eventVersion\":\"1.0\",\"eventID\":\"" + SHARD
                + ":" + NUMBER + number + "\",\"eventName\":\"aws:kinesis:record\","
                + "\"invokeIdentityArn\":\"arn:aws:iam::000000000000:role/none\",\"awsRegion\":\"us-east-1\","
                + "\"eventSourceARN\":\"" + arn(key) + "\"}";
    }

    private static String seconds(Instant arrival) {
        String millis = String.valueOf(arrival.toEpochMilli());
        return millis.substring(0, millis.length() - 3) + '.' + millis.substring(millis.length() - 3);
    }

    private static String message(Key key, int number, Instant sent, String body) {
        return "{\"messageId\":\"" + MESSAGE + number + "\",\"receiptHandle\":\"none\",\"body\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(body))
                + "\",\"attributes\":{\"ApproximateReceiveCount\":\"1\",\"SentTimestamp\":\"" + sent.toEpochMilli()
                + "\"},\"messageAttributes\":{},\"md5OfBody\":\"\",\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"" + arn(key)
                + "\",\"awsRegion\":\"us-east-1\"}";
    }

    private static String arn(Key key) {
        return key.kind() == EventSource.Kind.STREAM ? "arn:aws:kinesis" + ACCOUNT + "stream/" + key.source()
                : "arn:aws:sqs" + ACCOUNT + key.source();
    }
}
