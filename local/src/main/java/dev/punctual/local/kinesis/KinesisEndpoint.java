package dev.punctual.local.kinesis;

import java.util.Map;

import dev.punctual.local.wire.AwsService;
import dev.punctual.local.wire.Operations;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.stream.StreamService;

/** Amazon Kinesis Data Streams on the wire (API version 2013-12-02), over a model of streams. Thread-safe. */
public final class KinesisEndpoint implements AwsService {

    private final Operations operations = new Operations();

    public KinesisEndpoint(StreamService streams) {
        new StreamOperations(streams).addTo(operations);
        new ShardOperations(streams).addTo(operations);
        new RecordOperations(streams).addTo(operations);
    }

    @Override
    public String target() {
        return "Kinesis_20131202";
    }

    @Override
    public String actionPrefix() {
        return "kinesis";
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public WireError error(AwsException refusal) {
        return new WireError(refusal.code(), Map.of());
    }
}
