package dev.punctual.template.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;

/** Finds names that two resources would share. */
final class Clashes {

    private static final int LONGEST_QUEUE_NAME = 80;

    private Clashes() {
    }

    static List<Finding> of(Stack stack) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<String>> ids = new TreeMap<>();
        stack.streams().forEach(stream -> note(ids, stream.id(), described(stream.source(), stack)));
        stack.queues().forEach(queue -> note(ids, queue.id(), described(queue, stack)));
        shared(ids).forEach((id, owners) -> findings.add(Finding.error(String.join(" and ", owners),
                "both would be the resource " + id + " of the template",
                "rename one of them so that they differ in letters and digits")));
        Map<String, List<String>> names = new TreeMap<>();
        stack.queues().forEach(queue -> note(names, name(queue), described(queue, stack)));
        shared(names).forEach((name, owners) -> findings.add(Finding.error(String.join(" and ", owners),
                "both would be the queue '" + name + "'", "rename one of the sources")));
        names.keySet().stream().filter(name -> name.length() > LONGEST_QUEUE_NAME)
                .forEach(name -> findings.add(Finding.error("the queue '" + name + "'",
                        "its name has " + name.length() + " characters, and SQS takes " + LONGEST_QUEUE_NAME,
                        "shorten the name of its source")));
        return findings;
    }

    private static void note(Map<String, List<String>> owners, String name, String owner) {
        owners.computeIfAbsent(name, unused -> new ArrayList<>()).add(owner);
    }

    private static Map<String, List<String>> shared(Map<String, List<String>> owners) {
        return owners.entrySet().stream().filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static String name(Queue queue) {
        return queue.source().name() + queue.purpose().suffix();
    }

    private static String described(Queue queue, Stack stack) {
        return queue.purpose() == QueuePurpose.SOURCE ? described(queue.source(), stack)
                : "the queue '" + name(queue) + "' beside the " + described(queue.source(), stack);
    }

    /** With the handlers that name it. */
    private static String described(Source source, Stack stack) {
        String handlers = stack.application().handlersOf(source).stream().map(Handler::method)
                .collect(Collectors.joining(", "));
        return source.described() + (handlers.isEmpty() ? "" : " of " + handlers);
    }
}
