package dev.punctual.template.alarm;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.resources.References;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/**
 * A metric of CloudWatch's.
 *
 * @param namespace such as {@code AWS/Lambda}
 * @param name such as {@code IteratorAge}
 * @param dimension the one dimension it is told by
 * @param of what it is told of
 */
record Metric(String namespace, String name, String dimension, Value of) {

    static Metric ofFunction(Stack stack, FunctionRole role, String name) {
        return new Metric("AWS/Lambda", name, "FunctionName", References.name(stack.function(role)));
    }

    static Metric ofStream(Stream stream, String name) {
        return new Metric("AWS/Kinesis", name, "StreamName", References.name(stream));
    }

    static Metric ofQueue(Queue queue, String name) {
        return new Metric("AWS/SQS", name, "QueueName", References.name(queue));
    }

    static Metric ofTable(Value table, String name) {
        return new Metric("AWS/DynamoDB", name, "TableName", table);
    }

    Value dimensions() {
        return Value.items(Value.members().and("Name", dimension).and("Value", of));
    }

    /** As a dashboard lists it. */
    Value widget() {
        return Value.items(Value.text(namespace), Value.text(name), Value.text(dimension), of);
    }

    /** The same under an id, for metric math, and not drawn. */
    Value hiddenWidget(String id) {
        return Value.items(Value.text(namespace), Value.text(name), Value.text(dimension), of,
                Value.members().and("id", id).and("visible", false));
    }
}
