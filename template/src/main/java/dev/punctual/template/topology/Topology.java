package dev.punctual.template.topology;

import java.util.List;
import java.util.Locale;

import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Publication;
import dev.punctual.template.cloudformation.Json;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Items;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** How events go through an application: {@code topology.json}, whose form is docs/topology.schema.json. */
public final class Topology {

    private static final int VERSION = 1;

    private Topology() {
    }

    /** The topology in JSON, in a stable order. */
    public static String json(Stack stack) {
        return Json.lines(Value.members().and("version", VERSION).and("application", stack.application().name())
                .and("streams", items(stack.streams().stream().map(Topology::stream).toList()))
                .and("queues", items(stack.queues().stream().map(Topology::queue).toList()))
                .and("functions", items(stack.functions().stream().map(Topology::function).toList()))
                .and("handlers", items(stack.application().handlers().stream().map(Topology::handler).toList()))
                .and("publications", items(stack.application().publications().stream().map(Topology::publication).toList())));
    }

    private static Items items(List<? extends Value> items) {
        return new Items(List.copyOf(items));
    }

    private static Members stream(Stream stream) {
        return Value.members().and("name", stream.source().name()).and("consumed", stream.consumed())
                .and("published", stream.published());
    }

    private static Members queue(Queue queue) {
        return Value.members().and("name", queue.source().name() + queue.purpose().suffix())
                .and("purpose", queue.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .and("source", queue.source().name());
    }

    private static Members function(Function function) {
        return Value.members().and("role", function.role().text())
                .and("memoryMegabytes", function.settings().memory())
                .and("timeoutSeconds", function.settings().timeout().toSeconds());
    }

    private static Members handler(Handler handler) {
        Members members = Value.members().and("id", handler.id()).and("method", handler.method())
                .and("source", Value.members().and("kind", handler.source().isStream() ? "stream" : "queue").and("name",
                        handler.source().name()));
        if (!handler.type().isEmpty()) {
            members = members.and("type", handler.type());
        }
        if (handler.retry().isPresent()) {
            members = members.and("budgetMilliseconds", handler.retry().get().budget().value().toMillis());
        }
        return members.and("ordering", handler.order().ordering().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .and("idempotent", handler.idempotent());
    }

    private static Members publication(Publication publication) {
        Members members = Value.members().and("stream", publication.stream());
        if (!publication.handler().isEmpty()) {
            members = members.and("handler", publication.handler());
        }
        return publication.type().isEmpty() ? members : members.and("type", publication.type());
    }
}
