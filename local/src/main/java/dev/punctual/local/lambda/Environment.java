package dev.punctual.local.lambda;

import java.util.Optional;

import dev.punctual.local.lambda.process.ExitStatus;
import dev.punctual.local.lambda.runtimeapi.ApiReply;
import dev.punctual.local.lambda.runtimeapi.ErrorReport;
import dev.punctual.local.lambda.runtimeapi.Invocation;
import dev.punctual.local.lambda.runtimeapi.NextCall;
import dev.punctual.local.lambda.runtimeapi.ResponseBody;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.InvocationResult.Success;

/** One execution environment: a process that works on one event at a time. Confined to the host's loop. */
final class Environment {

    private final String id;
    private final FunctionSpec spec;
    private final Machine machine;
    private final EnvironmentOwner owner;
    private final Tally tally;
    private final ComingSandbox sandbox;
    private Phase phase;
    private long pid;
    private int invocations;

    /** Starts cold, for the sake of this work. */
    Environment(String id, FunctionSpec spec, Machine machine, EnvironmentOwner owner, Tally tally, Work work) {
        this.id = id;
        this.spec = spec;
        this.machine = machine;
        this.owner = owner;
        this.tally = tally;
        this.sandbox = new ComingSandbox(machine);
        this.phase = new Phase.Initializing(work, machine.later(spec.initTimeout(), () -> initTimedOut(work)));
    }

    void start() {
        tally.coldStarts.incrementAndGet();
        sandbox.start(id, spec, new LoopedCalls(this, machine.loop()), this::started, this::notStarted);
    }

    private void started(Sandbox started) {
        pid = started.process().pid();
        owner.changed();
        started.process().onExit(status -> machine.loop().execute(() -> exited(status)));
    }

    private void notStarted(RuntimeException refused) {
        ended(phase.lastWord(work -> Failures.notStarted(work.requestId(), refused)));
    }

    /** Gives it work; it must be idle. */
    void assign(Work work) {
        if (!(phase instanceof Phase.Idle idle)) {
            throw new IllegalStateException("Environment " + id + " was given work while it was " + phase);
        }
        handOver(idle.call(), work);
    }

    private void handOver(NextCall call, Work work) {
        invocations++;
        enter(new Phase.Working(work, machine.later(spec.timeout(), () -> timedOut(work))));
        var deadline = machine.scheduler().instant().plus(spec.timeout());
        call.send(new Invocation(work.requestId(), deadline, FunctionArn.of(spec), work.traceId(), work.payload()));
        suffer(owner.fault(), work);
    }

    private void suffer(EnvironmentFault fault, Work work) {
        if (!fault.invocations().test(work.number())) {
            return;
        }
        if (fault.after().isZero()) {
            strike(work);
        } else {
            machine.later(fault.after(), () -> strike(work));
        }
    }

    /** What the function answers from here on comes too late: the fault decides, not the race between the two. */
    private void strike(Work work) {
        if (holds(work)) {
            tally.crashes.incrementAndGet();
            end(Optional.of(new Settlement(work, Failures.exited(work.requestId(), ExitStatus.KILLED))));
            kill();
        }
    }

    /** The runtime asks for an event. */
    void next(NextCall call) {
        if (phase instanceof Phase.Initializing initializing) {
            handOver(call, initializing.work());
        } else if (phase instanceof Phase.Reported reported) {
            becomeIdle(call);
            owner.settled(reported.settlement());
        } else if (phase instanceof Phase.Idle idle) {
            idle.call().refuse(ApiReply.notAllowed("Ready", "Ready"));
            becomeIdle(call);
        } else {
            call.refuse(ApiReply.notAllowed(stateName(), "Ready"));
        }
    }

    private void becomeIdle(NextCall call) {
        enter(new Phase.Idle(call, machine.later(spec.idleTime(), () -> idleTooLong(call))));
        owner.idle(this);
    }

    /** The runtime answers for the function. */
    ApiReply response(String requestId, ResponseBody body) {
        return body.tooLarge()
                ? report(requestId, Failures.responseTooLarge(body.size()), ApiReply.tooLarge())
                : report(requestId, new Success(body.content()), ApiReply.accepted());
    }

    /** The runtime reports that the function failed; after an answer that was refused it may say so, which changes nothing. */
    ApiReply error(String requestId, ErrorReport report) {
        if (phase instanceof Phase.Reported reported && reported.refused() && isUnderWay(requestId)) {
            return ApiReply.accepted();
        }
        return report(requestId, Failures.reported(report), ApiReply.accepted());
    }

    private ApiReply report(String requestId, InvocationResult result, ApiReply reply) {
        if (!isUnderWay(requestId)) {
            return ApiReply.invalidRequestId();
        }
        if (phase instanceof Phase.Working working) {
            var refused = reply.status() != ApiReply.accepted().status();
            phase = new Phase.Reported(new Settlement(working.work(), result), refused, working.timeout());
            return reply;
        }
        return ApiReply.notAllowed(stateName(), "InvocationResponse");
    }

    private boolean isUnderWay(String requestId) {
        return phase.unsettled().filter(work -> work.requestId().equals(requestId) && holds(work)).isPresent();
    }

    /** The runtime reports that it cannot begin. */
    ApiReply initError(ErrorReport report) {
        if (phase instanceof Phase.Initializing initializing) {
            end(Optional.of(new Settlement(initializing.work(), Failures.reported(report))));
            sandbox.terminate();
            return ApiReply.accepted();
        }
        return ApiReply.notAllowed(stateName(), "InitError");
    }

    private void initTimedOut(Work work) {
        if (phase instanceof Phase.Initializing) {
            overTime(work, Failures.initTimedOut(work.requestId(), spec.initTimeout()));
        }
    }

    private void timedOut(Work work) {
        if (holds(work)) {
            overTime(work, Failures.timedOut(work.requestId(), spec.timeout()));
        }
    }

    private void overTime(Work work, InvocationResult result) {
        tally.timeouts.incrementAndGet();
        end(Optional.of(new Settlement(work, result)));
        kill();
    }

    private void idleTooLong(NextCall call) {
        if (phase instanceof Phase.Idle idle && idle.call() == call) {
            end(Optional.empty());
            sandbox.terminate();
        }
    }

    /** The host closes: what is under way fails. The host ends the process. */
    void close() {
        end(phase.lastWord(work -> Failures.hostClosed(work.requestId(), spec.name())));
    }

    private void end(Optional<Settlement> settlement) {
        enter(new Phase.Ending(settlement));
    }

    /** Ends the process at once; its exit tells the rest. */
    void kill() {
        sandbox.kill();
    }

    private void exited(ExitStatus status) {
        if (!(phase instanceof Phase.Ending)) {
            tally.crashes.incrementAndGet();
        }
        ended(phase.lastWord(work -> Failures.exited(work.requestId(), status)));
    }

    private void ended(Optional<Settlement> settlement) {
        enter(new Phase.Ended());
        sandbox.close();
        settlement.ifPresent(owner::settled);
        owner.ended(this);
    }

    private void enter(Phase next) {
        phase.cancelTimer();
        phase = next;
        owner.changed();
    }

    EnvironmentView view() {
        return new EnvironmentView(id, pid, phase.state(), invocations);
    }

    /** Whether the event of this work is in the function's hands. */
    private boolean holds(Work work) {
        return !(phase instanceof Phase.Initializing) && phase.unsettled().filter(work::equals).isPresent();
    }

    private String stateName() {
        return phase.getClass().getSimpleName();
    }
}
