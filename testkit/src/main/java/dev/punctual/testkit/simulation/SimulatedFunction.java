package dev.punctual.testkit.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntSupplier;

import dev.punctual.engine.BatchItem;
import dev.punctual.engine.Invocation;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;
import dev.punctual.testkit.simulation.history.Happening;

/** A function as Lambda runs it: processes that live from invocation to invocation, timeouts, throttling, crashes. */
final class SimulatedFunction implements LambdaFunction {

    private final String name;
    private final Surrounds surrounds;
    private final EngineFactory engines;
    private final Function<byte[], List<BatchItem>> reader;
    private final IntSupplier ids;
    private final Deque<SimulatedProcess> idle = new ArrayDeque<>();
    private final List<SimulatedProcess> all = new ArrayList<>();
    private int running;

    /** @param reader reads what its mapping hands over */
    SimulatedFunction(String name, Surrounds surrounds, EngineFactory engines, Function<byte[], List<BatchItem>> reader,
            IntSupplier ids) {
        this.name = name;
        this.surrounds = surrounds;
        this.engines = engines;
        this.reader = reader;
        this.ids = ids;
    }

    @Override
    public CompletionStage<InvocationResult> invoke(byte[] payload) {
        var chaos = surrounds.chaos();
        if (chaos.strikes(FaultKind.THROTTLE)) {
            surrounds.history().add(new Happening.Fault(surrounds.now(), 0, "an invocation was throttled"));
            return CompletableFuture.completedFuture(new InvocationResult.Throttled());
        }
        var result = launch(payload);
        if (chaos.strikes(FaultKind.DUPLICATE)) {
            surrounds.history().add(new Happening.Fault(surrounds.now(), 0, "a batch was delivered twice"));
            launch(payload);
        }
        return result;
    }

    /** Whether no invocation runs. */
    boolean isIdle() {
        return running == 0;
    }

    /** Kills all processes, those with handlers that never return included. */
    void end() {
        all.forEach(process -> process.die("Runtime.ExitError"));
    }

    private CompletableFuture<InvocationResult> launch(byte[] payload) {
        var process = process();
        var timeout = surrounds.plan().functionTimeout();
        var execution = new Execution(ids.getAsInt(), name, process, surrounds.now().plus(timeout));
        process.begin(execution);
        running++;
        surrounds.history().add(new Happening.Invoked(surrounds.now(), execution.id(), name, execution.end()));
        surrounds.turns().start(execution, () -> run(execution, payload));
        var deadline = surrounds.time().schedule(timeout, () -> timeOut(execution));
        execution.result().thenRun(() -> {
            running--;
            deadline.cancel();
        });
        return execution.result();
    }

    private SimulatedProcess process() {
        while (!idle.isEmpty()) {
            var process = idle.pop();
            if (process.isAlive()) {
                return process;
            }
        }
        var clock = surrounds.chaos().clock(surrounds.time());
        var process = new SimulatedProcess(engines.create(clock), clock);
        all.add(process);
        return process;
    }

    private void timeOut(Execution execution) {
        surrounds.kill(execution, "Sandbox.Timedout", "timed out");
        surrounds.turns().check();
    }

    private void run(Execution execution, byte[] payload) {
        var items = reader.apply(payload);
        items.forEach(item -> deliver(execution, item));
        surrounds.boundary("before the batch");
        var wired = items.stream().map(item -> surrounds.wiring().item(item, execution.process().clock())).toList();
        var outcomes = execution.process().engine().process(wired,
                new Invocation(name, "request-" + execution.id(), execution.end()));
        hangAtTimes();
        surrounds.boundary("before the answer");
        var failures = surrounds.wiring().failures(outcomes);
        surrounds.history().add(new Happening.Answered(surrounds.now(), execution.id(),
                !items.isEmpty() && items.get(0) instanceof BatchItem.Fresh, failures));
        idle.push(execution.process());
        execution.process().end(answer(execution, failures));
    }

    /** A process may stall after its work, so that Lambda ends it before it has answered. */
    private void hangAtTimes() {
        var chaos = surrounds.chaos();
        if (chaos.strikes(FaultKind.STUCK)) {
            surrounds.turns().await(() -> false, surrounds.plan().functionTimeout());
        }
    }

    private InvocationResult answer(Execution execution, List<String> failures) {
        var chaos = surrounds.chaos();
        if (chaos.strikes(FaultKind.LOST_ANSWER)) {
            surrounds.note("the answer was lost");
            return new InvocationResult.Failure("Sandbox.Timedout", "the answer was lost");
        }
        return new InvocationResult.Success(Answers.naming(failures));
    }

    private void deliver(Execution execution, BatchItem item) {
        var parked = parked(item);
        for (var event : parked.isPresent() ? List.of(item.event()) : Aggregates.eventsOf(item.event())) {
            surrounds.history().add(new Happening.Delivered(surrounds.now(), execution.id(), item.itemId(), event.id(),
                    parked.map(waiting -> List.of(waiting.handler()))
                            .orElseGet(() -> surrounds.plan().handlersOf(event.data())),
                    event.arrival(), parked.map(waiting -> waiting.attempts().count()).orElse(0),
                    parked.map(ParkedEvent::parks).orElse(0)));
        }
    }

    private static Optional<ParkedEvent> parked(BatchItem item) {
        if (item instanceof BatchItem.Retried retried) {
            return Optional.of(retried.parked());
        }
        return item instanceof BatchItem.GivenUp givenUp ? Optional.of(givenUp.parked()) : Optional.empty();
    }
}
