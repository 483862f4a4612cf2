package dev.punctual.template.topology;

import dev.punctual.template.application.Application;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;

/** Ids of nodes, which edges name: unique in a topology, and the same on each build. */
final class NodeIds {

    private NodeIds() {
    }

    static String of(Source source) {
        return source.isStream() ? "stream:" + source.name() : queue(source, QueuePurpose.SOURCE);
    }

    static String of(Queue queue) {
        return queue(queue.source(), queue.purpose());
    }

    static String queue(Source source, QueuePurpose purpose) {
        return "queue:" + name(source, purpose);
    }

    static String name(Source source, QueuePurpose purpose) {
        return source.name() + purpose.suffix();
    }

    static String of(FunctionRole role) {
        return "function:" + role.text();
    }

    static String of(Handler handler) {
        return handler(handler.id());
    }

    static String handler(String id) {
        return "handler:" + id;
    }

    static String of(Application application) {
        return "application:" + application.name();
    }
}
