package dev.punctual.template.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.application.Source;
import dev.punctual.template.markdown.Spans;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;

/** What is watched of queues: dead letters, and messages that wait for too long. */
final class QueueAlarms {

    private static final int MINUTES = 5;
    /** Four days before a dead letter expires. */
    private static final Duration OLD_LETTER = Duration.ofDays(10);

    private QueueAlarms() {
    }

    static List<Alarm> of(Stack stack) {
        List<Alarm> alarms = new ArrayList<>();
        for (Source source : stack.application().sources()) {
            alarms.addAll(letters(source, queue(stack, source, QueuePurpose.DEAD_LETTER)));
            alarms.add(unfinished(source, queue(stack, source, QueuePurpose.ON_FAILURE)));
            alarms.add(waiting(stack, source, queue(stack, source, QueuePurpose.RETRY), "in the retry queue", "retry"));
            stack.queue(source, QueuePurpose.SOURCE)
                    .ifPresent(queue -> alarms.add(waiting(stack, source, queue, "there", "stream")));
        }
        return alarms;
    }

    private static Queue queue(Stack stack, Source source, QueuePurpose purpose) {
        return stack.queue(source, purpose).orElseThrow();
    }

    private static List<Alarm> letters(Source source, Queue letters) {
        return List.of(
                Alarm.worst(letters.id() + "HasLetters", Metric.ofQueue(letters, "ApproximateNumberOfMessagesVisible"), 0,
                        "Events of the " + source.described() + " were not handled by their deadlines: they are dead letters."
                                + " See why with: punctual dead-letters groups --source " + source.name()
                                + "; mend the cause, then redrive the group.")
                        .breaksPromise(),
                Alarm.worst(letters.id() + "Age", age(letters), OLD_LETTER.toSeconds(),
                        "The oldest dead letter of the " + source.described() + " is ten days old, and is gone for good in"
                                + " four. Redrive it, discard it with a reason, or keep it with: punctual dead-letters export"
                                + " --source " + source.name())
                        .breaksPromise());
    }

    private static Alarm unfinished(Source source, Queue queue) {
        return Alarm.worst(queue.id() + "Age", age(queue), queue.visibilityTimeout().toSeconds(),
                "What could not be handled of the " + source.described() + " is not completed to dead letters. Look at the log"
                        + " of the dead-letter function first: its role, its queue or its code.")
                .once(3, MINUTES).breaksPromise();
    }

    /** Where no handler has a budget, what is older than a whole visibility timeout was received in vain. */
    private static Alarm waiting(Stack stack, Source source, Queue queue, String where, String function) {
        Patience patience = Patience.of(stack, source).filter(Patience::budget)
                .orElseGet(() -> new Patience(queue.visibilityTimeout(), false));
        String limit = patience.budget() ? patience.described() : "the queue's visibility timeout";
        return Alarm.worst(queue.id() + "Age", age(queue), Math.max(1, patience.longest().toSeconds()),
                "Events of the " + source.described() + " wait " + where + " for longer than " + limit + ", "
                        + Spans.of(patience.longest()) + ". Look at the " + function + " function first: errors, throttles, and"
                        + " the maximum concurrency of its mapping.")
                .once(2, MINUTES).breaksPromise();
    }

    private static Metric age(Queue queue) {
        return Metric.ofQueue(queue, "ApproximateAgeOfOldestMessage");
    }
}
