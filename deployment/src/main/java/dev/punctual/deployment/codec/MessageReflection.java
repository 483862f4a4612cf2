package dev.punctual.deployment.codec;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of Protobuf's messages is reached by reflection: nothing when the full runtime reads or writes one, all getters when
 * {@code toString} or a printer of JSON is called, all fields in the lite runtime; and that for each message within.
 */
final class MessageReflection {

    private final Set<Class<?>> messages = new LinkedHashSet<>();

    private MessageReflection() {
    }

    /** The message, its builder, and those of all messages within it. */
    static String[] reachedFrom(Class<?> message) {
        MessageReflection reflection = new MessageReflection();
        reflection.reach(message);
        return reflection.messages.stream().flatMap(type -> Stream.of(type.getName(), type.getName() + "$Builder"))
                .toArray(String[]::new);
    }

    private void reach(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                reach(argument);
            }
        } else if (type instanceof Class<?> found && MessageTypes.isMessage(found) && !found.isInterface()
                && messages.add(found)) {
            for (Field field : found.getDeclaredFields()) {
                reach(field.getGenericType());
            }
            // A oneof's messages stand in a field of type Object; their getters tell.
            for (Method method : found.getDeclaredMethods()) {
                if (method.getParameterCount() == 0 && method.getName().startsWith("get")) {
                    reach(method.getGenericReturnType());
                }
            }
        }
    }
}
