package dev.punctual.runtime.logging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.EventContext;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.Redaction;
import dev.punctual.deadline.Deadline;
import dev.punctual.runtime.config.LogConfig.Steps;
import dev.punctual.runtime.priming.Primable;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.InvocationListener;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.PublishObserver;

/**
 * Writes the steps of events as lines of JSON: attempts, what became of events, what was published. Where troubles are
 * wanted, and an event asks for it ({@code correlationdebug}), all of its steps. Safe for use by several threads.
 */
public final class StepLog implements DispatchListener, InvocationListener, PublishObserver, Primable {

    private record Run(String function, String requestId) {
    }

    private final JsonFactory json;
    private final Steps wanted;
    private final InstantSource clock;
    private final Consumer<byte[]> out;
    private volatile Run run = new Run("", "");

    /**
     * @param wanted which steps
     * @param out takes each line, its end included
     */
    public StepLog(JsonFactory json, Steps wanted, InstantSource clock, Consumer<byte[]> out) {
        this.json = json;
        this.wanted = wanted;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Twin twin() {
        StepLog twin = new StepLog(json, wanted, clock, line -> {
        });
        return new Twin(List.of(twin), List.of(twin));
    }

    @Override
    public void began(String function, String requestId, Instant end) {
        run = new Run(function, requestId);
    }

    @Override
    public void attemptEnded(String handler, EventContext context, Instant start, Instant end, @Nullable Throwable failure) {
        if (!isWanted(failure != null, context.debug())) {
            return;
        }
        StepLine line = line("attempt", end).event(context.id(), context.type(), context.correlation())
                .delivery(handler, context.source().name(), new Deadline(context.arrival(), context.deadline()))
                .number("number", context.attempt()).text("start", start.toString());
        if (failure != null) {
            Failure told = Failure.of(failure, Redaction.NONE);
            line.text("exception", told.exception()).text("fingerprint", told.fingerprint());
        }
        out.accept(line.end());
    }

    @Override
    public void finished(Finished finished) {
        Outcome outcome = finished.outcome();
        boolean trouble = outcome instanceof Outcome.DeadLettered || outcome instanceof Outcome.Parked
                || outcome instanceof Outcome.ReturnedToSource;
        if (!isWanted(trouble, finished.envelope().correlation().debug())) {
            return;
        }
        StepLine line = line(outcome instanceof Outcome.DeadLettered ? "dead-letter" : outcome.word(), finished.end())
                .event(finished.eventId(), finished.envelope().type(), finished.correlation())
                .delivery(finished.handler(), finished.event().source().name(), finished.deadline());
        if (outcome instanceof Outcome.Parked parked) {
            line.text("delay", parked.delay().toString()).number("attempts", finished.attempts().count());
        } else if (outcome instanceof Outcome.DeadLettered dead) {
            line.text("reason", dead.reason().name()).text("fingerprint", finished.attempts().fingerprint(dead.reason()))
                    .number("attempts", finished.attempts().count());
        } else if (outcome instanceof Outcome.ReturnedToSource returned) {
            line.text("why", returned.why());
        }
        out.accept(line.end());
    }

    @Override
    public Publication begin(Outgoing event) {
        return isWanted(false, event.correlation().debug()) ? new Publication() {
            @Override
            public void end(@Nullable Throwable failure) {
                published(event, failure);
            }
        } : Publication.NONE;
    }

    private void published(Outgoing event, @Nullable Throwable failure) {
        if (failure == null) {
            out.accept(line("published", clock.instant()).event(event.id(), event.type(), event.correlation())
                    .text("handler", event.handler()).text("stream", event.stream()).end());
        }
    }

    private boolean isWanted(boolean trouble, boolean debug) {
        return wanted == Steps.ALL || wanted == Steps.TROUBLES && (trouble || debug);
    }

    private StepLine line(String step, Instant at) {
        Run current = run;
        return new StepLine(json, step, at).text("function", current.function()).text("requestId", current.requestId());
    }
}
