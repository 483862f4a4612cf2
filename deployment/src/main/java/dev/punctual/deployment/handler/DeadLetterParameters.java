package dev.punctual.deployment.handler;

import java.util.List;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

import dev.punctual.runtime.handler.DeadLetterMethodDefinition.Parameter;

/**
 * The parameters of a dead-letter method, told apart.
 *
 * @param order what each of them is
 * @param events the types of the events, without {@code Optional}; one at most where the method has no mistakes
 */
record DeadLetterParameters(List<Parameter> order, List<Type> events) {

    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);

    static DeadLetterParameters of(MethodInfo method) {
        List<Type> all = method.parameterTypes();
        return new DeadLetterParameters(all.stream().map(DeadLetterParameters::parameter).toList(),
                all.stream().filter(type -> parameter(type) != Parameter.LETTER).map(DeadLetterParameters::event).toList());
    }

    long letters() {
        return order.stream().filter(parameter -> parameter == Parameter.LETTER).count();
    }

    /** The type of the event, if the method takes one. */
    Optional<Type> event() {
        return events.stream().findFirst();
    }

    private static Parameter parameter(Type type) {
        if (type.name().equals(OPTIONAL)) {
            return Parameter.OPTIONAL_EVENT;
        }
        return type.kind() == Type.Kind.CLASS && type.name().equals(Names.DEAD_LETTER) ? Parameter.LETTER : Parameter.EVENT;
    }

    /** What an {@code Optional} is of; an {@code Optional} that does not say it stays as it is. */
    private static Type event(Type type) {
        return parameter(type) == Parameter.OPTIONAL_EVENT && type.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? type.asParameterizedType().arguments().get(0)
                : type;
    }

    static boolean isRawOptional(Type type) {
        return type.name().equals(OPTIONAL);
    }
}
