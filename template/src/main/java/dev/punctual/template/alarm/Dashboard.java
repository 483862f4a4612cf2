package dev.punctual.template.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.punctual.template.alarm.Widgets.Line;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.markdown.Spans;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** The dashboard: what comes in, what becomes of it, and how old it is. */
final class Dashboard {

    private static final int MILLIS = 1_000;

    private final Stack stack;
    private final Widgets widgets = new Widgets();

    private Dashboard(Stack stack) {
        this.stack = stack;
    }

    static Resource of(Stack stack) {
        Dashboard dashboard = new Dashboard(stack);
        dashboard.flow();
        stack.application().sources().forEach(dashboard::ages);
        dashboard.state();
        return Resource.of("Dashboard", "AWS::CloudWatch::Dashboard", Value.members()
                .and("DashboardName", Value.ref("ApplicationName")).and("DashboardBody", dashboard.widgets.body()));
    }

    private void flow() {
        List<Metric> events = new ArrayList<>(stack.streams().stream().filter(Stream::consumed)
                .map(stream -> Metric.ofStream(stream, "IncomingRecords")).toList());
        events.addAll(queues("NumberOfMessagesSent", QueuePurpose.SOURCE));
        List<Metric> dead = queues("NumberOfMessagesSent", QueuePurpose.DEAD_LETTER);
        widgets.metrics("Events in", "Sum", events);
        widgets.formulas("Handled, if each event has one handler: events in less dead letters", "Sum",
                List.of(Formula.difference("handled", events, dead)), Optional.empty());
        widgets.metrics("Parked: messages to retry queues", "Sum", queues("NumberOfMessagesSent", QueuePurpose.RETRY));
        widgets.metrics("Dead letters sent", "Sum", dead);
    }

    /** What feeds handlers, and what waits beside it for another attempt, both in milliseconds. */
    private void ages(Source source) {
        Metric parked = Metric.ofQueue(stack.queue(source, QueuePurpose.RETRY).orElseThrow(),
                "ApproximateAgeOfOldestMessage");
        Optional<Patience> patience = Patience.of(stack, source);
        widgets.formulas("Age of events of the " + source.described() + " in ms, and "
                + patience.map(Patience::described).orElse("no budget"), "Maximum",
                List.of(unread(source), Formula.scaled("parked", "parked", parked, MILLIS)),
                patience.map(limit -> new Line(Spans.of(limit.longest()), limit.longest().toMillis())));
    }

    private Formula unread(Source source) {
        if (!source.isStream()) {
            return Formula.scaled("not received", "source", Metric.ofQueue(
                    stack.queue(source, QueuePurpose.SOURCE).orElseThrow(), "ApproximateAgeOfOldestMessage"), MILLIS);
        }
        // The function's own metric tells of its reads only, but does not tell its streams apart.
        Metric age = stack.streamMappings().size() == 1 ? Metric.ofFunction(stack, FunctionRole.STREAM, "IteratorAge")
                : Metric.ofStream(stack.stream(source.name()), "GetRecords.IteratorAgeMilliseconds");
        return Formula.scaled("read", "source", age, 1);
    }

    private void state() {
        widgets.metrics("Messages that wait for functions", "Maximum",
                queues("ApproximateNumberOfMessagesVisible", QueuePurpose.SOURCE, QueuePurpose.RETRY, QueuePurpose.ON_FAILURE));
        widgets.metrics("Dead letters waiting for people", "Maximum",
                queues("ApproximateNumberOfMessagesVisible", QueuePurpose.DEAD_LETTER));
        List<Metric> refused = new ArrayList<>();
        for (Stream stream : stack.streams()) {
            refused.add(Metric.ofStream(stream, "WriteProvisionedThroughputExceeded"));
            refused.add(Metric.ofStream(stream, "ReadProvisionedThroughputExceeded"));
        }
        widgets.metrics("Records and reads refused by streams", "Sum", refused);
        widgets.metrics("Duration in ms", "p99", functions("Duration"));
        List<Metric> failures = new ArrayList<>(functions("Errors"));
        failures.addAll(functions("Throttles"));
        widgets.metrics("Errors and throttles", "Sum", failures);
        widgets.metrics("Concurrent executions", "Maximum", functions("ConcurrentExecutions"));
    }

    private List<Metric> queues(String name, QueuePurpose... purposes) {
        List<Metric> metrics = new ArrayList<>();
        for (QueuePurpose purpose : purposes) {
            stack.queues(purpose).forEach(queue -> metrics.add(Metric.ofQueue(queue, name)));
        }
        return metrics;
    }

    private List<Metric> functions(String name) {
        return stack.functions().stream().map(function -> Metric.ofFunction(stack, function.role(), name)).toList();
    }
}
