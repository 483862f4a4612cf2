package dev.punctual.local.dynamodb;

import java.util.Map;

import dev.punctual.local.wire.AwsService;
import dev.punctual.local.wire.Operations;
import dev.punctual.testkit.aws.AwsException;

/** Amazon DynamoDB on the wire (AWS JSON 1.0, API version 2012-08-10), over tables in memory. Thread-safe. */
public final class DynamoDbEndpoint implements AwsService {

    private final Operations operations = new Operations();

    /** @param tables what is served */
    public DynamoDbEndpoint(TableService tables) {
        new TableOperations(tables).addTo(operations);
        new ItemOperations(tables).addTo(operations);
        new TransactOperation(tables).addTo(operations);
    }

    @Override
    public String target() {
        return "DynamoDB_20120810";
    }

    @Override
    public String actionPrefix() {
        return "dynamodb";
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public WireError error(AwsException refusal) {
        boolean common = refusal.code().equals("ValidationException") || refusal.code().equals("ThrottlingException");
        String type = (common ? "com.amazon.coral.validate#" : "com.amazonaws.dynamodb.v20120810#") + refusal.code();
        return new WireError(type, Map.of(), refusal instanceof TableException own ? own.members() : Map.of());
    }
}
