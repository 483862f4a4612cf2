package dev.punctual.deployment.handler;

import java.util.List;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

import dev.punctual.publish.Emission;
import dev.punctual.runtime.handler.DeadLetterMethodDefinition;
import dev.punctual.runtime.handler.HandlerDefinition;
import dev.punctual.runtime.handler.RetryDefinition;

/** Translates what the build knows by name into what the running application knows by class. */
final class Definitions {

    private Definitions() {
    }

    static HandlerDefinition of(EventHandler handler) {
        return new HandlerDefinition(handler.id(), AnnotatedMethod.nameOf(handler.method()), handler.kind(),
                handler.source(), handler.type(), payloadClass(handler.payload()), handler.parameters(),
                handler.retry().map(Definitions::retry), handler.idempotencyKey(), handler.order(),
                handler.emission().map(emitted -> new Emission(emitted.stream(), emitted.type())));
    }

    static DeadLetterMethodDefinition of(DeadLetterHandler handler) {
        return new DeadLetterMethodDefinition(AnnotatedMethod.nameOf(handler.method()), handler.handler(),
                handler.parameters(), handler.payload().map(Definitions::payloadClass), handler.handlers());
    }

    private static Class<?> payloadClass(Type payload) {
        return PayloadTypes.isBytes(payload) ? byte[].class : load(payload.name());
    }

    private static RetryDefinition retry(EventHandler.Retry retry) {
        List<Class<? extends Throwable>> permanent = retry.permanent().stream()
                .<Class<? extends Throwable>> map(name -> load(name).asSubclass(Throwable.class)).toList();
        return new RetryDefinition(retry.budget(), retry.maxAttempts(), retry.backoff(), retry.maxBackoff(), permanent);
    }

    static Class<?> load(DotName name) {
        try {
            return Class.forName(name.toString(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is indexed, but not on the application's class path", e);
        }
    }
}
