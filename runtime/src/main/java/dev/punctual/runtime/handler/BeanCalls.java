package dev.punctual.runtime.handler;

import java.util.List;

import jakarta.enterprise.invoke.Invoker;

import org.jspecify.annotations.Nullable;

import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.LetterInvoker;
import dev.punctual.publish.PublishingInvoker;
import dev.punctual.runtime.handler.DeadLetterMethodDefinition.Parameter;
import dev.punctual.runtime.handler.HandlerDefinition.Parameters;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;

/** Calls bean methods through the invokers that the build generated, each call in a request context of its own. */
public final class BeanCalls {

    private BeanCalls() {
    }

    static EventInvoker eventInvoker(Invoker<?, ?> invoker, Parameters parameters) {
        PublishingInvoker.Target target = target(invoker, parameters);
        return (payload, context) -> {
            target.call(payload, context);
        };
    }

    static PublishingInvoker.Target target(Invoker<?, ?> invoker, Parameters parameters) {
        return switch (parameters) {
            case PAYLOAD -> (payload, context) -> call(invoker, payload);
            case PAYLOAD_CONTEXT -> (payload, context) -> call(invoker, payload, context);
            case CONTEXT_PAYLOAD -> (payload, context) -> call(invoker, context, payload);
        };
    }

    static LetterInvoker letterInvoker(Invoker<?, ?> invoker, List<Parameter> parameters) {
        return (event, letter) -> {
            Object[] arguments = new Object[parameters.size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = switch (parameters.get(i)) {
                    case LETTER -> letter;
                    case EVENT -> event.orElseThrow();
                    case OPTIONAL_EVENT -> event;
                };
            }
            call(invoker, arguments);
        };
    }

    /**
     * Calls a method; its invoker looks the bean up.
     *
     * @return what the method returns; null for one that returns nothing
     * @throws Exception whatever the method throws
     */
    public static @Nullable Object call(Invoker<?, ?> invoker, Object... arguments) throws Exception {
        ManagedContext requestContext = Arc.container().requestContext();
        boolean activated = !requestContext.isActive();
        if (activated) {
            requestContext.activate();
        }
        try {
            return invoker.invoke(noInstance(), arguments);
        } finally {
            if (activated) {
                requestContext.terminate();
            }
        }
    }

    // The specification's way to say that the invoker looks the instance up; its types do not know of null.
    @SuppressWarnings({ "NullAway", "TypeParameterUnusedInFormals" })
    private static <T> T noInstance() {
        @Nullable
        T none = null;
        return none;
    }
}
