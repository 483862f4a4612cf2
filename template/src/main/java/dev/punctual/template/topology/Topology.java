package dev.punctual.template.topology;

import java.util.List;

import dev.punctual.template.application.Application;
import dev.punctual.template.cloudformation.Json;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.stack.Stack;

/**
 * How the parts of an application hang together; immutable. Equal stacks have equal topologies, byte for byte.
 *
 * @param stack the parts
 * @param edges the ways that events take between them, source by source
 */
public record Topology(Stack stack, List<Edge> edges) {

    /** The version of the shape that {@link #json} has: another one once a reader of this one would misread it. */
    public static final int VERSION = 1;

    /** Copies the list. */
    public Topology {
        edges = List.copyOf(edges);
    }

    /** Works out how the parts of a stack hang together. */
    public static Topology of(Stack stack) {
        return new Topology(stack, Edges.of(stack));
    }

    /** What machines read: {@code topology.json}, in the shape of {@code docs/topology.schema.json}. */
    public String json() {
        Application application = stack.application();
        Members value = Value.members().and("version", VERSION)
                .and("application", application.name())
                .and("streams", Nodes.list(stack.streams(), Nodes::stream))
                .and("queues", Nodes.list(stack.queues(), Nodes::queue))
                .and("functions", Nodes.list(stack.functions(), Nodes::function))
                .and("handlers", Nodes.list(application.handlers(), Nodes::handler))
                .and("publications", Nodes.list(application.publications(), Nodes::publication))
                .and("edges", Nodes.list(edges, Edge::value));
        return Json.lines(value);
    }

    /** What people read: {@code topology.md}, a picture in Mermaid and what the handlers promise. */
    public String markdown() {
        return TopologyPage.of(this);
    }
}
