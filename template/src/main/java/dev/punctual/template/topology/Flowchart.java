package dev.punctual.template.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.punctual.template.application.Application;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.markdown.Spans;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/**
 * A topology as a flowchart in Mermaid. The handlers of a source are one group, which its queues are joined to as a whole: a
 * line
 * for each handler and queue would hide the ways of the events.
 */
final class Flowchart {

    private static final String INJECTED = "an injected EventPublisher";

    private final Stack stack;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder("flowchart LR\n");

    private Flowchart(Stack stack) {
        this.stack = stack;
    }

    static String of(Topology topology) {
        Flowchart chart = new Flowchart(topology.stack());
        chart.draw();
        return chart.text.toString();
    }

    private void draw() {
        Application application = stack.application();
        stack.streams().stream().map(Stream::source).forEach(this::stream);
        application.sources().stream().filter(source -> !source.isStream())
                .forEach(source -> node(NodeIds.of(source), "[[\"%s\"]]", "queue " + source.name()));
        if (application.publications().stream().anyMatch(publication -> publication.handler().isEmpty())) {
            node(NodeIds.of(application), "[\"%s\"]", INJECTED);
        }
        application.sources().forEach(this::handlers);
        node(NodeIds.of(FunctionRole.DEAD_LETTER), "[\"%s\"]", "dead-letter function");
        application.sources().forEach(this::queues);
        application.publications().forEach(this::publication);
    }

    private void stream(Source source) {
        node(NodeIds.of(source), "[(\"%s\")]", source.described());
        List<String> outside = outside(source);
        if (!outside.isEmpty()) {
            String events = "events:" + source.name();
            node(events, "([\"%s\"])", outside.toArray(String[]::new));
            edge(events, "-->", "", NodeIds.of(source));
        }
    }

    /** The types that handlers of a stream take and the application does not declare to publish. */
    private List<String> outside(Source source) {
        List<String> inside = stack.application().publications().stream()
                .filter(publication -> publication.stream().equals(source.name())).map(Publication::type).toList();
        return stack.application().handlersOf(source).stream().map(Handler::type)
                .filter(type -> type.isEmpty() || !inside.contains(type))
                .map(Flowchart::described).distinct().sorted().toList();
    }

    private void handlers(Source source) {
        String group = group(source);
        text.append("    subgraph ").append(id(group)).append("[\"")
                .append(escaped("stream and retry functions: " + source.name())).append("\"]\n");
        List<Handler> handlers = stack.application().handlersOf(source);
        handlers.forEach(handler -> {
            text.append("    ");
            node(NodeIds.of(handler), "[\"%s\"]", handler.id(), handler.retry()
                    .map(retry -> "within " + Spans.of(retry.budget().value())).orElse("one attempt"));
        });
        text.append("    end\n");
        handlers.forEach(handler -> edge(NodeIds.of(source), "-->", described(handler.type()), NodeIds.of(handler)));
    }

    private void queues(Source source) {
        String retries = queue(source, QueuePurpose.RETRY);
        String onFailure = queue(source, QueuePurpose.ON_FAILURE);
        String letters = queue(source, QueuePurpose.DEAD_LETTER);
        if (stack.application().handlersOf(source).stream().anyMatch(Handler::parks)) {
            edge(group(source), "-.->", "not yet", retries);
            edge(retries, "-.->", "again", group(source));
        }
        edge(retries, "-.->", "received in vain", onFailure);
        edge(NodeIds.of(source), "-.->", givenUp(source), onFailure);
        edge(group(source), "-.->", "not in time", NodeIds.queue(source, stack.letterBox()));
        edge(onFailure, "-.->", "", NodeIds.of(FunctionRole.DEAD_LETTER));
        edge(NodeIds.of(FunctionRole.DEAD_LETTER), "-.->", "", letters);
    }

    private String givenUp(Source source) {
        if (!source.isStream()) {
            return "received in vain";
        }
        boolean bucket = stack.stream(source.name()).settings().onFailureBucket();
        return bucket ? "given up by Lambda, kept in the bucket" : "given up by Lambda";
    }

    private String queue(Source source, QueuePurpose purpose) {
        String node = NodeIds.queue(source, purpose);
        node(node, "[[\"%s\"]]", NodeIds.name(source, purpose));
        return node;
    }

    private void publication(Publication publication) {
        String from = publication.handler().isEmpty() ? NodeIds.of(stack.application())
                : NodeIds.handler(publication.handler());
        edge(from, "==>", publication.type(), NodeIds.of(Source.stream(publication.stream())));
    }

    private static String described(String type) {
        return type.isEmpty() ? "every event" : type;
    }

    private static String group(Source source) {
        return "handlers of " + source.described();
    }

    private void node(String node, String shape, String... lines) {
        String label = List.of(lines).stream().map(Flowchart::escaped).collect(Collectors.joining("<br>"));
        text.append("    ").append(id(node)).append(shape.replace("%s", label)).append('\n');
    }

    private void edge(String from, String arrow, String label, String to) {
        text.append("    ").append(id(from)).append(' ').append(arrow)
                .append(label.isEmpty() ? "" : "|\"" + escaped(label) + "\"|").append(' ').append(id(to)).append('\n');
    }

    /** Letters and digits, whatever the names are: {@code n0}, {@code n1} and so on, as they appear. */
    private String id(String node) {
        return ids.computeIfAbsent(node, unused -> "n" + ids.size());
    }

    /** As Mermaid writes what would end a label, or be read as HTML. */
    private static String escaped(String label) {
        return label.replace("#", "#35;").replace("\"", "#quot;").replace("<", "#lt;").replace(">", "#gt;")
                .replace("&", "#amp;").replace("`", "#96;").replace("|", "#124;").replaceAll("\\R", " ");
    }
}
