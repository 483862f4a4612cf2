package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.Application;
import dev.punctual.template.application.Client;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.design.Design;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.FunctionSettings;
import dev.punctual.template.settings.Packaging;
import dev.punctual.template.settings.QueueSettings;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.settings.StreamSettings;
import dev.punctual.template.stack.Stack;

/** An application of one handler, and how it is deployed; a test changes what it is about. */
final class Plan {

    static final String METHOD = "com.acme.Orders#placed";

    Source source = Source.stream("orders");
    Optional<Duration> budget = Optional.of(Duration.ofSeconds(20));
    int maxAttempts = Integer.MAX_VALUE;
    Duration backoff = Duration.ofMillis(200);
    Duration maxBackoff = Duration.ofSeconds(10);
    Ordering ordering = Ordering.UNORDERED;
    boolean idempotent;
    boolean deadLetterMethods;
    Optional<Duration> attemptCost = Optional.of(Duration.ofMillis(100));
    Duration guard = Duration.ofMillis(200);
    Duration queueLatency = Duration.ofMillis(500);
    Duration ledgerTtl = Duration.ofDays(15);
    Optional<Integer> concurrency = Optional.of(8);
    Packaging packaging = new Packaging.NativeZip();
    final Map<FunctionRole, FunctionSettings> functions = new EnumMap<>(FunctionRole.class);
    StreamMode mode = StreamMode.PROVISIONED;
    int shards = 1;
    Duration retention = Duration.ofHours(24);
    int batchSize = 10;
    Duration window = Duration.ZERO;
    int parallelization = 1;
    Duration recordAge = Duration.ofHours(1);
    boolean onFailureBucket;
    Optional<Duration> visibility = Optional.empty();
    int receives = 5;
    int crashes;
    Set<Client> clients = Set.of(Client.KINESIS);

    Plan budget(String text) {
        budget = Optional.of(Durations.parse(text));
        return this;
    }

    Plan function(FunctionRole role, String timeout) {
        return function(role, 1_024, timeout, Optional.empty());
    }

    Plan coldStart(FunctionRole role, String time) {
        return function(role, 1_024, "30s", Optional.of(Durations.parse(time)));
    }

    Plan function(FunctionRole role, int memory, String timeout, Optional<Duration> coldStart) {
        functions.put(role, new FunctionSettings(memory, Durations.parse(timeout), Optional.empty(), coldStart));
        return this;
    }

    Plan reserve(FunctionRole role, int environments) {
        functions.put(role, new FunctionSettings(1_024, Duration.ofSeconds(30), Optional.of(environments), Optional.empty()));
        return this;
    }

    RetryPolicy policy() {
        return new RetryPolicy(new TimeBudget(budget.orElseThrow()), maxAttempts, new Backoff(backoff, maxBackoff), List.of());
    }

    Handler handler() {
        return new Handler("Orders.placed", METHOD, source, "order_placed", budget.map(unused -> policy()),
                new OrderRule(ordering, false, AfterDeadLetter.RELEASE), idempotent);
    }

    Timing timing() {
        return new Timing(attemptCost, guard, queueLatency, ledgerTtl, concurrency);
    }

    Stack stack() {
        Settings standard = Settings.DEFAULT;
        StreamSettings stream = new StreamSettings(Optional.empty(), mode, shards, retention, Optional.of(batchSize),
                Optional.of(window), parallelization, 10, Optional.of(recordAge), onFailureBucket);
        QueueSettings queue = new QueueSettings(Optional.empty(), visibility, receives, 10, Optional.empty());
        Settings settings = new Settings(packaging, standard.architecture(), functions,
                source.isStream() ? Map.of("orders", stream) : Map.of(), Map.of("orders", queue), standard.key(), false, 30,
                crashes);
        Application application = new Application("orders", List.of(handler()), List.of(), deadLetterMethods, false, clients,
                timing());
        return Design.of(application, settings).stack();
    }

    Deadlines deadlines() {
        return Deadlines.of(stack());
    }

    Timeline timeline() {
        return deadlines().timelines().get(0);
    }

    Promise promise() {
        return timeline().promise().orElseThrow();
    }

    List<Finding> errors() {
        return deadlines().findings().stream().filter(Finding::isError).toList();
    }

    List<Finding> warnings() {
        return deadlines().findings().stream().filter(finding -> !finding.isError()).toList();
    }
}
