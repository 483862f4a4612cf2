package dev.punctual.template.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.punctual.template.application.Application;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.topology.Edge.Kind;

/** Works out the ways that events take through a stack, source by source; used once. */
final class Edges {

    private final Stack stack;
    private final List<Edge> edges = new ArrayList<>();

    private Edges(Stack stack) {
        this.stack = stack;
    }

    static List<Edge> of(Stack stack) {
        Edges edges = new Edges(stack);
        Application application = stack.application();
        application.sources().forEach(edges::source);
        application.publications().forEach(edges::publication);
        return List.copyOf(edges.edges);
    }

    private void source(Source source) {
        if (source.isStream()) {
            add(Kind.FEEDS, NodeIds.of(source), NodeIds.of(FunctionRole.STREAM));
            add(Kind.DISCARDS, NodeIds.of(source), NodeIds.queue(source, QueuePurpose.ON_FAILURE));
        }
        stack.application().handlersOf(source).forEach(this::handler);
        stack.queues().stream().filter(queue -> queue.source().equals(source)).forEach(this::queue);
        String letters = NodeIds.queue(source, stack.letterBox());
        add(Kind.BURIES, NodeIds.of(FunctionRole.STREAM), letters);
        add(Kind.BURIES, NodeIds.of(FunctionRole.RETRY), letters);
        add(Kind.BURIES, NodeIds.of(FunctionRole.DEAD_LETTER), NodeIds.queue(source, QueuePurpose.DEAD_LETTER));
    }

    private void handler(Handler handler) {
        edges.add(new Edge(Kind.DELIVERS, NodeIds.of(handler.source()), NodeIds.of(handler), handler.type()));
        if (handler.parks()) {
            add(Kind.PARKS, NodeIds.of(handler), NodeIds.queue(handler.source(), QueuePurpose.RETRY));
        }
    }

    private void queue(Queue queue) {
        queue.feeds().ifPresent(role -> add(Kind.FEEDS, NodeIds.of(queue), NodeIds.of(role)));
        Optional<Queue.Redrive> redrive = queue.redrive();
        redrive.ifPresent(to -> add(Kind.REDRIVES, NodeIds.of(queue), NodeIds.queue(queue.source(), to.purpose())));
    }

    private void publication(Publication publication) {
        String from = publication.handler().isEmpty() ? NodeIds.of(stack.application())
                : NodeIds.handler(publication.handler());
        edges.add(new Edge(Kind.PUBLISHES, from, NodeIds.of(Source.stream(publication.stream())), publication.type()));
    }

    private void add(Kind kind, String from, String to) {
        edges.add(Edge.of(kind, from, to));
    }
}
