package dev.punctual.template.resources;

import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stream;

/** How resources name each other in a template; what exists already is named by the parameter that holds its ARN. */
public final class References {

    private static final int NAME_IN_STREAM_ARN = 1;
    private static final int NAME_IN_QUEUE_ARN = 5;

    private References() {
    }

    /** The parameter that holds the name of a source that the template makes. */
    static String nameParameter(String id) {
        return id + "Name";
    }

    /** The parameter that holds the ARN of a source that exists already. */
    static String arnParameter(String id) {
        return id + "Arn";
    }

    /** A stream's name where it is deployed. */
    public static Value name(Stream stream) {
        return stream.arn().isPresent() ? part(NAME_IN_STREAM_ARN, "/", Value.ref(arnParameter(stream.id())))
                : Value.ref(stream.id());
    }

    /** A stream's ARN. */
    public static Value arn(Stream stream) {
        return stream.arn().isPresent() ? Value.ref(arnParameter(stream.id())) : Value.attribute(stream.id(), "Arn");
    }

    /** A queue's name where it is deployed. */
    public static Value name(Queue queue) {
        return queue.arn().isPresent() ? part(NAME_IN_QUEUE_ARN, ":", Value.ref(arnParameter(queue.id())))
                : Value.attribute(queue.id(), "QueueName");
    }

    /** A queue's ARN. */
    public static Value arn(Queue queue) {
        return queue.arn().isPresent() ? Value.ref(arnParameter(queue.id())) : Value.attribute(queue.id(), "Arn");
    }

    /** The URL of a queue that the template makes. */
    public static Value url(Queue queue) {
        if (queue.purpose() == QueuePurpose.SOURCE) {
            throw new IllegalArgumentException("nobody sends to " + queue.source().described());
        }
        return Value.ref(queue.id());
    }

    /** A function's name where it is deployed. */
    public static Value name(Function function) {
        return Value.ref(function.id());
    }

    private static Value part(int index, String separator, Value whole) {
        Value parts = Value.members().and("Fn::Split", Value.items(Value.text(separator), whole));
        return Value.members().and("Fn::Select", Value.items(Value.whole(index), parts));
    }
}
