package dev.punctual.deployment.handler;

import java.util.List;

import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import dev.punctual.runtime.handler.HandlerDefinition.Parameters;

/** The parameters of an event method, told apart. */
record EventParameters(List<Type> payloads, List<Type> contexts, boolean contextFirst) {

    static EventParameters of(MethodInfo method) {
        List<Type> all = method.parameterTypes();
        List<Type> payloads = all.stream().filter(type -> !isContext(type)).toList();
        List<Type> contexts = all.stream().filter(EventParameters::isContext).toList();
        return new EventParameters(payloads, contexts, !all.isEmpty() && isContext(all.get(0)));
    }

    private static boolean isContext(Type type) {
        return type.kind() == Type.Kind.CLASS && type.name().equals(Names.EVENT_CONTEXT);
    }

    /** The order; only where the method has no mistakes. */
    Parameters order() {
        if (contexts.isEmpty()) {
            return Parameters.PAYLOAD;
        }
        return contextFirst ? Parameters.CONTEXT_PAYLOAD : Parameters.PAYLOAD_CONTEXT;
    }
}
