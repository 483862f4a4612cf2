package dev.punctual.testkit.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.time.Scheduler;

/**
 * The receives that wait for messages of one queue, first come first served. Guarded by the service's lock; answers are
 * handed over by the scheduler, outside of it.
 */
final class LongPolls {

    private final Scheduler scheduler;
    private final Queue queue;
    private final Runnable wake;
    private final Deque<Waiter> waiters = new ArrayDeque<>();
    private Scheduler.@Nullable Task alarm;

    /** @param wake takes the service's lock and calls {@link #serve} */
    LongPolls(Scheduler scheduler, Queue queue, Runnable wake) {
        this.scheduler = scheduler;
        this.queue = queue;
        this.wake = wake;
    }

    CompletableFuture<List<ReceivedMessage>> add(ReceiveRequest request, Instant until) {
        var waiter = new Waiter(request, until, new CompletableFuture<>());
        waiters.add(waiter);
        return waiter.answer;
    }

    /** Answers whom it can and sets the alarm for the others. */
    void serve(Instant now, Function<ReceiveRequest, List<ReceivedMessage>> receive) {
        waiters.removeIf(waiter -> waiter.answer.isDone());
        while (!waiters.isEmpty() && queue.nextVisible(now).isPresent()) {
            var received = receive.apply(waiters.element().request);
            if (received.isEmpty()) {
                break;
            }
            answer(waiters.remove(), received);
        }
        waiters.stream().filter(waiter -> !waiter.until.isAfter(now)).toList().forEach(waiter -> {
            waiters.remove(waiter);
            answer(waiter, List.of());
        });
        setAlarm(now);
    }

    /** Answers all that wait, with nothing. */
    void dismiss() {
        waiters.forEach(waiter -> answer(waiter, List.of()));
        waiters.clear();
    }

    private void answer(Waiter waiter, List<ReceivedMessage> messages) {
        scheduler.schedule(Duration.ZERO, () -> waiter.answer.complete(messages));
    }

    private void setAlarm(Instant now) {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        waiters.stream().map(Waiter::until).min(Instant::compareTo).ifPresent(timeout -> {
            var at = queue.nextVisibleAt(now).filter(timeout::isAfter).orElse(timeout);
            alarm = scheduler.schedule(Duration.between(now, at), wake);
        });
    }

    private record Waiter(ReceiveRequest request, Instant until, CompletableFuture<List<ReceivedMessage>> answer) {
    }
}
