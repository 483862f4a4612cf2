package dev.punctual.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.punctual.EventContext;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.testkit.fiber.Fibers;
import dev.punctual.testkit.fiber.OwnerGoneError;

/** Has handlers fail as the test says, and writes each call down. */
final class HandlerFaults {

    private final Map<String, List<HandlerFault>> faults = new HashMap<>();
    private final Fibers fibers;
    private final Journal journal;

    HandlerFaults(Fibers fibers, Journal journal) {
        this.fibers = fibers;
        this.journal = journal;
    }

    HandlerFault add(String handler, HandlerFault fault) {
        faults.computeIfAbsent(handler, id -> new ArrayList<>()).add(fault);
        return fault;
    }

    void clear(String handler) {
        faults.remove(handler);
    }

    /** The same route, its handler struck by the faults. */
    EventRoute wrap(EventRoute route) {
        EventInvoker invoker = (payload, context) -> call(route, payload, context);
        return new EventRoute(route.handler(), route.kind(), route.source(), route.type(), route.decoder(), route.policy(),
                route.idempotency(), route.order(), invoker);
    }

    private void call(EventRoute route, Object payload, EventContext context) throws Throwable {
        Journal.Call call = journal.called(route.handler(), context);
        try {
            strike(route.handler(), context, false);
            route.invoker().invoke(payload, context);
            strike(route.handler(), context, true);
            call.ended(null);
        } catch (OwnerGoneError e) {
            throw e;
        } catch (Throwable failure) {
            call.ended(failure);
            throw failure;
        }
    }

    private void strike(String handler, EventContext context, boolean afterEffects) throws Throwable {
        for (HandlerFault fault : List.copyOf(faults.getOrDefault(handler, List.of()))) {
            if (fault.comesAfterEffects() == afterEffects && fault.strikes(context)) {
                strike(fault.kind());
            }
        }
    }

    private void strike(HandlerFault.Kind kind) throws Throwable {
        if (kind instanceof HandlerFault.Kind.Fails fails) {
            throw fails.failure();
        } else if (kind instanceof HandlerFault.Kind.Takes takes) {
            fibers.sleep(takes.duration());
        } else if (Fibers.currentOwner() instanceof VirtualProcess process) {
            process.crash("Runtime.ExitError");
            throw new OwnerGoneError();
        }
    }
}
