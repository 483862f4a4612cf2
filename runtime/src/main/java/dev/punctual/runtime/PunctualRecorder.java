package dev.punctual.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.invoke.Invoker;

import dev.punctual.runtime.codec.PayloadCodecs;
import dev.punctual.runtime.handler.DeadLetterMethodDefinition;
import dev.punctual.runtime.handler.HandlerDefinition;
import dev.punctual.runtime.handler.HandlerRegistry;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/** Carries what the build found into the running application. */
@Recorder
public class PunctualRecorder {

    /**
     * The registry of the application's handlers.
     *
     * @param invokers one for each definition, in the same order; likewise {@code deadLetterInvokers}
     * @param codecs know the payload type of each handler and each dead-letter method
     * @param keys what reads the business key of each handler that has one, by id
     */
    public RuntimeValue<HandlerRegistry> registry(List<HandlerDefinition> definitions,
            List<RuntimeValue<Invoker<?, ?>>> invokers, RuntimeValue<PayloadCodecs> codecs,
            Map<String, RuntimeValue<Function<Object, String>>> keys,
            List<DeadLetterMethodDefinition> deadLetterMethods, List<RuntimeValue<Invoker<?, ?>>> deadLetterInvokers) {
        List<HandlerRegistry.Handler> handlers = new ArrayList<>();
        for (int i = 0; i < definitions.size(); i++) {
            HandlerDefinition definition = definitions.get(i);
            handlers.add(new HandlerRegistry.Handler(definition, invokers.get(i).getValue(),
                    codecs.getValue().of(definition.payloadType()),
                    Optional.ofNullable(keys.get(definition.id())).map(RuntimeValue::getValue)));
        }
        List<HandlerRegistry.DeadLetterMethod> onDeadLetter = new ArrayList<>();
        for (int i = 0; i < deadLetterMethods.size(); i++) {
            DeadLetterMethodDefinition definition = deadLetterMethods.get(i);
            onDeadLetter.add(new HandlerRegistry.DeadLetterMethod(definition, deadLetterInvokers.get(i).getValue(),
                    definition.payloadType().map(type -> codecs.getValue().of(type))));
        }
        return new RuntimeValue<>(new HandlerRegistry(List.copyOf(handlers), List.copyOf(onDeadLetter)));
    }
}
