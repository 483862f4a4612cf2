package dev.punctual.template.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** Draws how events go through an application, as a flow chart of Mermaid's; used once. */
public final class Diagram {

    private final Stack stack;
    private final Map<Object, String> ids = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    private Diagram(Stack stack) {
        this.stack = stack;
    }

    /** The topology in Markdown, in a stable order. */
    public static String markdown(Stack stack) {
        Diagram diagram = new Diagram(stack);
        diagram.draw();
        return "# " + stack.application().name() + "\n\n```mermaid\n" + diagram.text + "```\n\n"
                + "Each handler runs in the stream function, and for later attempts in the retry function. Dotted: what is parked,"
                + " dead or given up.\n";
    }

    private void draw() {
        line("flowchart LR");
        stack.streams().stream().map(Stream::source)
                .forEach(source -> line("  " + id(source) + "[(" + quoted(source.name()) + ")]"));
        stack.application().sources().forEach(this::source);
        stack.application().publications().forEach(this::publication);
    }

    private void source(Source source) {
        if (!source.isStream()) {
            line("  " + id(source) + "[[" + quoted(source.name()) + "]]");
        }
        List<Handler> handlers = stack.application().handlersOf(source);
        String group = "handlers_" + id(source);
        line("  subgraph " + group + "[" + quoted("handlers of " + source.name()) + "]");
        handlers.forEach(handler -> line("    " + id(handler.id()) + "[" + quoted(label(handler)) + "]"));
        line("  end");
        handlers.forEach(handler -> line("  " + id(source) + arrow("-->", handler.type()) + id(handler.id())));
        String retry = queue(source, QueuePurpose.RETRY);
        String onFailure = queue(source, QueuePurpose.ON_FAILURE);
        String dead = queue(source, QueuePurpose.DEAD_LETTER);
        line("  " + group + " -. parked .-> " + retry + " -.-> " + group);
        line("  " + id(source) + " -. given up .-> " + onFailure);
        line("  " + retry + " -. given up .-> " + onFailure);
        line("  " + group + " -. dead .-> " + (stack.letterBox() == QueuePurpose.ON_FAILURE ? onFailure : dead));
        line("  " + onFailure + " -. dead-letter function .-> " + dead);
    }

    private String queue(Source source, QueuePurpose purpose) {
        String name = source.name() + purpose.suffix();
        line("  " + id(name) + "[[" + quoted(name) + "]]");
        return id(name);
    }

    private void publication(Publication publication) {
        if (!publication.handler().isEmpty()) {
            line("  " + id(publication.handler()) + arrow("-->", publication.type()) + id(Source.stream(publication.stream())));
        }
    }

    private static String label(Handler handler) {
        return handler.id() + handler.retry().map(retry -> "<br/>within " + retry.budget().value().toString().substring(2)
                .toLowerCase(Locale.ROOT)).orElse("");
    }

    private static String arrow(String arrow, String label) {
        return label.isEmpty() ? ' ' + arrow + ' ' : " -- " + quoted(label) + ' ' + arrow + ' ';
    }

    private String id(Object node) {
        return ids.computeIfAbsent(node, unused -> "n" + ids.size());
    }

    private static String quoted(String label) {
        return '"' + label.replace("\"", "#quot;") + '"';
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
