package dev.punctual.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.Outcome;

/** What happened to each event of a test, in order. */
final class Journal {

    /**
     * What became of an event in one invocation.
     *
     * @param handler an empty string where no handler takes the event
     */
    record Ending(PutEvent event, String handler, Outcome outcome, Instant at) {
    }

    /** A line of an event's story; its text is made when it is read, for what was not over when it began. */
    private record Line(Instant at, PutEvent event, Supplier<String> text) {
    }

    /** A call that may still run. */
    final class Call {
        private HandlerCall call;

        private Call(HandlerCall call) {
            this.call = call;
        }

        void ended(@Nullable Throwable failure) {
            call = new HandlerCall(call.event(), call.handler(), call.attempt(), call.start(),
                    Optional.of(clock.instant()), Optional.ofNullable(failure));
        }

        private String text() {
            String attempt = call.handler() + ": attempt " + call.attempt() + ' ';
            if (call.end().isEmpty()) {
                return attempt + "has not ended";
            }
            Duration took = Duration.between(call.start(), call.end().get());
            String after = took.isZero() ? "" : " after " + Texts.seconds(took);
            return attempt + call.failure().map(failure -> "failed" + after + ": " + failure).orElse("returned" + after);
        }
    }

    private final InstantSource clock;
    private final Map<String, PutEvent> events = new LinkedHashMap<>();
    private final Map<String, List<PutEvent>> byRecord = new HashMap<>();
    private final Map<String, List<PutEvent>> byEventId = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Ending> endings = new ArrayList<>();
    private final List<DeadLetter> letters = new ArrayList<>();

    Journal(InstantSource clock) {
        this.clock = clock;
    }

    /** @param record the id of the record that holds it, which is its own unless that is aggregated */
    void put(PutEvent event, String record) {
        events.put(event.id(), event);
        byRecord.computeIfAbsent(record, id -> new ArrayList<>()).add(event);
        byEventId.computeIfAbsent(event.eventId(), id -> new ArrayList<>()).add(event);
        line(event, () -> "was put");
    }

    void delivered(EventRecord record, String function, String requestId) {
        String text = "was delivered to " + function + " (" + requestId + ')';
        List<PutEvent> held = byRecord.get(record.id());
        (held == null ? List.of(find(record)) : held).forEach(event -> line(event, () -> text));
    }

    void note(EventRecord record, String text) {
        line(find(record), () -> text);
    }

    Call called(String handler, EventContext context) {
        Call call = new Call(new HandlerCall(find(handler, context), handler, context.attempt(), clock.instant(),
                Optional.empty(), Optional.empty()));
        calls.add(call);
        line(call.call.event(), call::text);
        return call;
    }

    void finished(String handler, EventRecord record, Outcome outcome) {
        PutEvent event = find(record);
        endings.add(new Ending(event, handler, outcome, clock.instant()));
        line(event, () -> (handler.isEmpty() ? "" : handler + ": ") + Texts.of(outcome));
    }

    void buried(DeadLetter letter) {
        letters.add(letter);
    }

    int count() {
        return events.size();
    }

    List<PutEvent> events() {
        return List.copyOf(events.values());
    }

    List<HandlerCall> calls() {
        return calls.stream().map(call -> call.call).toList();
    }

    List<Ending> endings() {
        return List.copyOf(endings);
    }

    List<DeadLetter> letters() {
        return List.copyOf(letters);
    }

    /** All about one event, a line each, with the time since it was put. */
    String story(PutEvent event) {
        return lines.stream().filter(line -> line.event().equals(event))
                .map(line -> "  +" + Texts.seconds(Duration.between(event.at(), line.at())) + "  " + line.text().get())
                .collect(Collectors.joining("\n", "What happened to " + event + ":\n", "\n"));
    }

    private void line(PutEvent event, Supplier<String> text) {
        lines.add(new Line(clock.instant(), event, text));
    }

    private PutEvent find(EventRecord record) {
        PutEvent event = events.get(record.id());
        if (event == null) {
            throw new IllegalStateException("the engine tells of " + record + ", which was never put");
        }
        return event;
    }

    /** A handler is told the event's own id, which two events may share: then it is the one that lacks this attempt. */
    private PutEvent find(String handler, EventContext context) {
        List<PutEvent> same = byEventId.getOrDefault(context.id(), List.of()).stream()
                .filter(event -> event.source().equals(context.source().name()) && event.at().equals(context.arrival()))
                .toList();
        if (same.isEmpty()) {
            throw new IllegalStateException(handler + " was called with " + context.id() + ", which was never put");
        }
        return same.stream().filter(event -> same.size() == 1 || lacks(event, handler, context.attempt())).findFirst()
                .orElse(same.get(0));
    }

    private boolean lacks(PutEvent event, String handler, int attempt) {
        return calls.stream().map(call -> call.call).noneMatch(
                call -> call.event().equals(event) && call.handler().equals(handler) && call.attempt() >= attempt);
    }
}
