package dev.punctual.local.lambda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import dev.punctual.testkit.lambda.InvocationResult;

/**
 * The environments of one function: picks the warm one that was used last, starts another, or throttles.
 *
 * <p>
 * Confined to the host's loop, save {@link #views()} and the tally.
 */
final class FunctionPool implements EnvironmentOwner {

    private final FunctionSpec spec;
    private final Machine machine;
    private final Tally tally;
    private final Set<Environment> live = new LinkedHashSet<>();
    private final Deque<Environment> idle = new ArrayDeque<>();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private volatile List<EnvironmentView> views = List.of();
    private EnvironmentFault fault = EnvironmentFault.none();
    private int working;
    private boolean closed;

    FunctionPool(FunctionSpec spec, Machine machine, Tally tally) {
        this.spec = spec;
        this.machine = machine;
        this.tally = tally;
    }

    void invoke(byte[] payload, CompletableFuture<InvocationResult> answer) {
        var requestId = machine.identifiers().requestId();
        if (closed) {
            answer.completeAsync(() -> Failures.hostClosed(requestId, spec.name()), machine.workers());
        } else if (working == spec.maximumConcurrency()) {
            tally.throttles.incrementAndGet();
            answer.completeAsync(InvocationResult.Throttled::new, machine.workers());
        } else {
            working++;
            var number = tally.invocations.incrementAndGet();
            begin(new Work(number, requestId, machine.identifiers().traceId(), payload, answer));
        }
    }

    private void begin(Work work) {
        var warm = idle.pollFirst();
        if (warm != null) {
            warm.assign(work);
            return;
        }
        var id = spec.name() + "#" + (tally.coldStarts.get() + 1);
        var environment = new Environment(id, spec, machine, this, tally, work);
        live.add(environment);
        environment.start();
        changed();
    }

    void order(EnvironmentFault ordered) {
        fault = ordered;
    }

    void kill(String environmentId) {
        live.stream().filter(environment -> environment.view().id().equals(environmentId)).forEach(Environment::kill);
    }

    /** Takes no more work and fails what is under way; the future completes when every environment is gone. */
    void close() {
        closed = true;
        idle.clear();
        List.copyOf(live).forEach(Environment::close);
        completeIfEmpty();
    }

    CompletableFuture<Void> empty() {
        return empty;
    }

    List<EnvironmentView> views() {
        return views;
    }

    @Override
    public void idle(Environment environment) {
        idle.remove(environment);
        idle.addFirst(environment);
    }

    @Override
    public void settled(Settlement settlement) {
        working--;
        settlement.work().answer().completeAsync(settlement::result, machine.workers());
    }

    @Override
    public void ended(Environment environment) {
        live.remove(environment);
        idle.remove(environment);
        changed();
        completeIfEmpty();
    }

    @Override
    public void changed() {
        views = live.stream().map(Environment::view).toList();
    }

    @Override
    public EnvironmentFault fault() {
        return fault;
    }

    private void completeIfEmpty() {
        if (closed && live.isEmpty()) {
            empty.complete(null);
        }
    }
}
