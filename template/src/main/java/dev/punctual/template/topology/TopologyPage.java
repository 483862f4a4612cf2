package dev.punctual.template.topology;

import dev.punctual.template.application.Application;
import dev.punctual.template.application.Handler;
import dev.punctual.template.markdown.Spans;
import dev.punctual.template.markdown.Table;
import dev.punctual.template.stack.Queue;

/** A topology for people. */
final class TopologyPage {

    private TopologyPage() {
    }

    static String of(Topology topology) {
        Application application = topology.stack().application();
        Table handlers = Table.of("handler", "takes", "of the", "within", "order", "ledger");
        for (Handler handler : application.handlers()) {
            handlers = handlers.row(handler.id(), handler.type().isEmpty() ? "every event" : handler.type(),
                    handler.source().described(),
                    handler.retry().map(retry -> Spans.of(retry.budget().value())).orElse("one attempt"),
                    Nodes.lower(handler.order().ordering()) + (handler.order().supersede() ? ", superseding" : ""),
                    handler.idempotent() ? "yes" : "no");
        }
        Table queues = Table.of("queue", "holds", "hides messages for", "gives up after");
        for (Queue queue : topology.stack().queues()) {
            queues = queues.row(NodeIds.name(queue.source(), queue.purpose()), holds(queue),
                    Spans.of(queue.visibilityTimeout()),
                    queue.redrive().map(redrive -> redrive.maxReceiveCount() + " receives").orElse("never"));
        }
        return """
                # %s

                ```mermaid
                %s```

                Solid lines are first ways, dashed ones those of events that were not handled at once, and thick ones what the
                application publishes. Names are those of the annotations; where it is deployed, streams and queues may have others.

                ## Handlers

                %s
                ## Queues

                %s"""
                .formatted(application.name(), Flowchart.of(topology), handlers.text(), queues.text());
    }

    private static String holds(Queue queue) {
        return switch (queue.purpose()) {
            case SOURCE -> "events";
            case RETRY -> "events that wait for another attempt";
            case ON_FAILURE -> "what is on its way to becoming a dead letter";
            case DEAD_LETTER -> "dead letters, for " + Spans.of(queue.retention());
        };
    }
}
