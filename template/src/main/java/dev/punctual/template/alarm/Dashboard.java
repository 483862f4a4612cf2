package dev.punctual.template.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.cloudformation.Json;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Items;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/**
 * The dashboard: what comes in, what becomes of it, and how old it is.
 *
 * <p>
 * Its body is a text in JSON; the names in it are those of the stack, by {@code Fn::Sub}.
 */
final class Dashboard {

    private static final int WIDTH = 12;
    private static final int HEIGHT = 6;
    private static final int COLUMNS = 2;

    private final Stack stack;
    private final Map<String, Value> names = new TreeMap<>();
    private final List<Value> widgets = new ArrayList<>();

    private Dashboard(Stack stack) {
        this.stack = stack;
    }

    static Resource of(Stack stack) {
        Dashboard dashboard = new Dashboard(stack);
        dashboard.draw();
        Members body = Value.members().and("widgets", new Items(dashboard.widgets));
        Value text = Value.members().and("Fn::Sub", dashboard.names.isEmpty() ? Value.text(Json.of(body))
                : Value.items(Value.text(Json.of(body)), new Members(dashboard.names)));
        return Resource.of("Dashboard", "AWS::CloudWatch::Dashboard",
                Value.members().and("DashboardName", Value.ref("ApplicationName")).and("DashboardBody", text));
    }

    private void draw() {
        List<Stream> consumed = stack.streams().stream().filter(Stream::consumed).toList();
        List<Metric> events = new ArrayList<>(
                consumed.stream().map(stream -> Metric.ofStream(stream, "IncomingRecords")).toList());
        events.addAll(queues(QueuePurpose.SOURCE, "NumberOfMessagesSent"));
        List<Metric> parked = queues(QueuePurpose.RETRY, "NumberOfMessagesSent");
        List<Metric> dead = queues(QueuePurpose.DEAD_LETTER, "NumberOfMessagesSent");
        widget("Events in", "Sum", events, Optional.empty());
        widget("Handled in time, by handlers that take each event: events in less dead letters", "Sum", handled(events, dead));
        widget("Parked: messages to retry queues", "Sum", parked, Optional.empty());
        widget("Dead letters", "Sum", dead, Optional.empty());
        widget("Age of events when they are read, in ms, and the shortest budget", "Maximum",
                List.of(Metric.ofFunction(stack, FunctionRole.STREAM, "IteratorAge")), budget().map(Duration::toMillis));
        widget("Age of parked events in s, and the shortest budget", "Maximum",
                queues(QueuePurpose.RETRY, "ApproximateAgeOfOldestMessage"), budget().map(Duration::toSeconds));
        widget("Dead letters waiting for people", "Maximum",
                queues(QueuePurpose.DEAD_LETTER, "ApproximateNumberOfMessagesVisible"), Optional.empty());
        widget("Records and reads refused by streams", "Sum",
                stack.streams().stream().flatMap(stream -> java.util.stream.Stream.of(
                        Metric.ofStream(stream, "WriteProvisionedThroughputExceeded"),
                        Metric.ofStream(stream, "ReadProvisionedThroughputExceeded"))).toList(),
                Optional.empty());
        widget("Duration in ms", "p99", functions("Duration"), Optional.empty());
        widget("Errors and throttles", "Sum",
                java.util.stream.Stream.of(functions("Errors"), functions("Throttles")).flatMap(List::stream).toList(),
                Optional.empty());
        widget("Concurrent executions", "Maximum", functions("ConcurrentExecutions"), Optional.empty());
    }

    private Optional<Duration> budget() {
        return stack.application().handlers().stream().map(Handler::retry).flatMap(Optional::stream).map(RetryPolicy::budget)
                .map(budget -> budget.value()).min(Comparator.naturalOrder());
    }

    private List<Metric> queues(QueuePurpose purpose, String name) {
        return stack.queues(purpose).stream().map(queue -> Metric.ofQueue(queue, name)).toList();
    }

    private List<Metric> functions(String name) {
        return stack.functions().stream().map(function -> Metric.ofFunction(stack, function.role(), name)).toList();
    }

    /** A sum of metrics less others, by metric math: the metrics themselves are hidden. */
    private Items handled(List<Metric> events, List<Metric> dead) {
        List<Value> metrics = new ArrayList<>();
        String in = hidden(metrics, "in", events);
        String out = hidden(metrics, "dead", dead);
        metrics.add(Value.items(Value.members().and("expression", in + " - (" + out + ")").and("label", "handled")));
        return new Items(metrics);
    }

    private String hidden(List<Value> metrics, String prefix, List<Metric> hidden) {
        List<String> ids = new ArrayList<>();
        for (Metric metric : hidden) {
            String id = prefix + ids.size();
            metrics.add(named(metric).hiddenWidget(id));
            ids.add("FILL(" + id + ", 0)");
        }
        return ids.stream().collect(Collectors.joining(" + "));
    }

    private void widget(String title, String statistic, List<Metric> metrics, Optional<Long> line) {
        if (metrics.isEmpty()) {
            return;
        }
        Members properties = properties(title, statistic,
                new Items(metrics.stream().map(this::named).map(Metric::widget).toList()));
        add(line.map(value -> properties.and("annotations", Value.members().and("horizontal", Value.items(
                Value.members().and("label", "shortest budget").and("value", value))))).orElse(properties));
    }

    private void widget(String title, String statistic, Items metrics) {
        add(properties(title, statistic, metrics));
    }

    private static Members properties(String title, String statistic, Items metrics) {
        return Value.members().and("title", title).and("view", "timeSeries").and("region", "${AWS::Region}")
                .and("stat", statistic).and("period", 60).and("metrics", metrics);
    }

    private void add(Members properties) {
        int index = widgets.size();
        widgets.add(Value.members().and("type", "metric").and("x", (index % COLUMNS) * (long) WIDTH)
                .and("y", (index / COLUMNS) * (long) HEIGHT).and("width", WIDTH).and("height", HEIGHT)
                .and("properties", properties));
    }

    /** The same metric, its name a variable of the text. */
    private Metric named(Metric metric) {
        String variable = names.entrySet().stream().filter(entry -> entry.getValue().equals(metric.of())).map(Map.Entry::getKey)
                .findFirst().orElseGet(() -> "Name" + (char) ('A' + names.size() / 26) + (char) ('A' + names.size() % 26));
        names.put(variable, metric.of());
        return new Metric(metric.namespace(), metric.name(), metric.dimension(), Value.text("${" + variable + '}'));
    }
}
