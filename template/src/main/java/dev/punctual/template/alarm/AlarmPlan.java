package dev.punctual.template.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.resources.Ledgers;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** Works out what is watched, by the budgets of the handlers and the settings of the functions; used once. */
final class AlarmPlan {

    private static final int MINUTES = 5;
    private static final int MOST = 3;
    /** Four days before a dead letter expires. */
    private static final Duration OLD_LETTER = Duration.ofDays(10);
    /** How much of a function's timeout it may take. */
    private static final double NEAR_TIMEOUT = 0.8;

    private final Stack stack;
    private final List<Alarm> alarms = new ArrayList<>();

    AlarmPlan(Stack stack) {
        this.stack = stack;
    }

    List<Alarm> alarms() {
        iteratorAge();
        stack.streams().forEach(this::throughput);
        stack.application().sources().forEach(this::queues);
        stack.functions().forEach(this::function);
        ledger();
        return List.copyOf(alarms);
    }

    /** What is not read within the shortest budget is late for sure. */
    private void iteratorAge() {
        List<Source> streams = stack.application().sources().stream().filter(Source::isStream).toList();
        Optional<Duration> shortest = streams.stream().map(this::budget).flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        shortest.ifPresent(budget -> alarms.add(new Alarm("IteratorAge",
                Metric.ofFunction(stack, FunctionRole.STREAM, "IteratorAge"), "Maximum", budget.toMillis(), MINUTES, 2, true,
                "Events wait in their stream for longer than the shortest budget, " + budget.toSeconds()
                        + " s: they die of their deadlines. Look at the stream function first (errors, throttles, duration),"
                        + " then at IncomingRecords: a stream that gets more than its function handles needs more shards or a"
                        + " higher parallelization factor.")));
        if (streams.size() > 1) {
            streams.forEach(source -> budget(source).ifPresent(budget -> ageOf(stack.stream(source.name()), budget)));
        }
    }

    private void ageOf(Stream stream, Duration budget) {
        alarms.add(new Alarm(stream.id() + "IteratorAge", Metric.ofStream(stream, "GetRecords.IteratorAgeMilliseconds"),
                "Maximum", budget.toMillis(), MINUTES, 2, true, "Events of the " + stream.source().described()
                        + " wait for longer than the shortest budget of its handlers, " + budget.toSeconds()
                        + " s. Look at its ReadProvisionedThroughputExceeded and at the stream function first."));
    }

    private Optional<Duration> budget(Source source) {
        return stack.application().handlersOf(source).stream().map(Handler::retry).flatMap(Optional::stream)
                .map(RetryPolicy::budget).map(budget -> budget.value()).min(Comparator.naturalOrder());
    }

    private void throughput(Stream stream) {
        String described = stream.source().described();
        alarms.add(new Alarm(stream.id() + "WritesExceeded", Metric.ofStream(stream, "WriteProvisionedThroughputExceeded"),
                "Sum", 0, MINUTES, 2, true,
                "The " + described + " refuses records: a shard takes 1 MiB or 1,000 records a second."
                        + " Look at IncomingBytes and IncomingRecords first: where all shards are full, add shards; where one is, its"
                        + " partition keys are too few or too unequal. Publishers that aggregate need fewer records."));
        if (stream.consumed()) {
            alarms.add(new Alarm(stream.id() + "ReadsExceeded", Metric.ofStream(stream, "ReadProvisionedThroughputExceeded"),
                    "Sum", 0, MINUTES, MOST, false,
                    "The " + described + " refuses reads: all its consumers share 2 MiB and 5 reads"
                            + " a second of each shard. Look for other consumers of the stream first; give them enhanced fan-out."));
        }
    }

    private void queues(Source source) {
        Queue letters = stack.queue(source, QueuePurpose.DEAD_LETTER).orElseThrow();
        String look = "punctual dead-letters groups --source " + source.name();
        alarms.add(new Alarm(letters.id() + "HasLetters", Metric.ofQueue(letters, "ApproximateNumberOfMessagesVisible"),
                "Maximum", 0, 1, 1, true,
                "Events of the " + source.described() + " were not handled by their deadlines: they are dead"
                        + " letters. See why with: " + look + "; mend the cause, then redrive the group."));
        alarms.add(new Alarm(letters.id() + "Age", Metric.ofQueue(letters, "ApproximateAgeOfOldestMessage"), "Maximum",
                OLD_LETTER.toSeconds(), 1, 1, true,
                "The oldest dead letter of the " + source.described() + " is ten days old, and"
                        + " is gone for good in four. Redrive it, discard it with a reason, or keep it with: punctual dead-letters"
                        + " export --source " + source.name()));
        Queue onFailure = stack.queue(source, QueuePurpose.ON_FAILURE).orElseThrow();
        alarms.add(new Alarm(onFailure.id() + "Age", Metric.ofQueue(onFailure, "ApproximateAgeOfOldestMessage"), "Maximum",
                onFailure.visibilityTimeout().toSeconds(), MINUTES, MOST, true,
                "What Lambda gave up on is not completed to dead"
                        + " letters. Look at the log of the dead-letter function first: its role, its queue or its code."));
        Queue retries = stack.queue(source, QueuePurpose.RETRY).orElseThrow();
        Duration parked = budget(source).orElse(retries.visibilityTimeout());
        alarms.add(new Alarm(retries.id() + "Age", Metric.ofQueue(retries, "ApproximateAgeOfOldestMessage"), "Maximum",
                Math.max(1, parked.toSeconds()), MINUTES, 2, true,
                "Events of the " + source.described() + " wait in the retry queue for"
                        + " longer than the shortest budget, " + parked.toSeconds() + " s. Look at the retry function first:"
                        + " errors, throttles, and the maximum concurrency of its mapping."));
    }

    private void function(Function function) {
        String role = function.role().text();
        alarms.add(new Alarm(function.id() + "Errors", Metric.ofFunction(stack, function.role(), "Errors"), "Sum", 0, MINUTES,
                2, function.role() != FunctionRole.DEAD_LETTER, "The " + role + " function fails as a whole, which no handler"
                        + " makes it do: it cannot start, is out of memory, or took too long. Look at the end of its log first."));
        alarms.add(new Alarm(function.id() + "Throttles", Metric.ofFunction(stack, function.role(), "Throttles"), "Sum", 0,
                MINUTES, MOST, function.role() != FunctionRole.DEAD_LETTER, "Lambda has no environment for the " + role
                        + " function. Look at ConcurrentExecutions of the account first, then at the function's reserved"
                        + " concurrency."));
        long near = Math.round(function.settings().timeout().toMillis() * NEAR_TIMEOUT);
        alarms.add(new Alarm(function.id() + "Duration", Metric.ofFunction(stack, function.role(), "Duration"), "Maximum", near,
                MINUTES, MOST, false, "The " + role + " function takes more than 80 % of its timeout of "
                        + function.settings().timeout().toSeconds() + " s: batches are cut, and their rest is delivered again."
                        + " Look at the duration of handlers first; then make batches smaller, or the timeout longer."));
    }

    private void ledger() {
        if (!stack.hasLedger()) {
            return;
        }
        for (String kind : List.of("Read", "Write")) {
            alarms.add(new Alarm("Ledger" + kind + "Throttles", Metric.ofTable(Ledgers.name(), kind + "ThrottleEvents"), "Sum",
                    0,
                    MINUTES, 2, true, "DynamoDB throttles the ledger: events return to their sources, and wait. Its capacity on"
                            + " demand doubles within half an hour; look for one key that is written too often first."));
        }
    }
}
