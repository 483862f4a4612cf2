package dev.punctual.testkit.handler;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.dispatch.LetterInvoker;

/** A dead-letter method on its object, called by reflection. */
final class LetterMethod implements LetterInvoker {

    private final Object bean;
    private final Method method;
    private final Optional<Class<?>> payloadType;
    private final boolean optional;

    private LetterMethod(Object bean, Method method, Optional<Class<?>> payloadType, boolean optional) {
        this.bean = bean;
        this.method = method;
        this.payloadType = payloadType;
        this.optional = optional;
    }

    /**
     * @throws IllegalArgumentException if the build would refuse the method's form
     */
    static LetterMethod of(Object bean, Method method) {
        int modifiers = method.getModifiers();
        if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers)) {
            throw mistake(method, "the method is private or static, so it cannot be called on its bean; remove the modifier");
        }
        if (method.getReturnType() != void.class) {
            throw mistake(method, "the method returns " + method.getReturnType().getName()
                    + ", which nobody would see; return void, and throw an exception to fail");
        }
        List<Type> events = new ArrayList<>(List.of(method.getGenericParameterTypes()));
        boolean hasLetter = events.remove(DeadLetter.class);
        if (events.size() > 1 || events.isEmpty() && !hasLetter || events.contains(DeadLetter.class)) {
            throw mistake(method, "the method takes " + Arrays.toString(method.getGenericParameterTypes())
                    + "; take one event or an Optional of it, one DeadLetter, or both");
        }
        method.setAccessible(true);
        Optional<Type> event = events.stream().findFirst();
        return new LetterMethod(bean, method, event.map(type -> payloadType(type, method)),
                event.filter(type -> type instanceof ParameterizedType).isPresent());
    }

    private static Class<?> payloadType(Type type, Method method) {
        if (type instanceof Class<?> payload && payload != Optional.class) {
            return payload;
        }
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class
                && optional.getActualTypeArguments()[0] instanceof Class<?> payload) {
            return payload;
        }
        throw mistake(method, "the method takes " + type + "; take an event, or an Optional of it, like Optional<OrderPlaced>");
    }

    static IllegalArgumentException mistake(Method method, String what) {
        return new IllegalArgumentException(
                "@OnDeadLetter on " + method.getDeclaringClass().getName() + '#' + method.getName() + ": " + what + '.');
    }

    /** The class of the event that it takes, if it takes one. */
    Optional<Class<?>> payloadType() {
        return payloadType;
    }

    boolean isOptional() {
        return optional;
    }

    @Override
    public void invoke(Optional<Object> event, DeadLetter letter) throws Throwable {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            Object payload = optional ? event : event.orElse(letter);
            arguments[i] = types[i] == DeadLetter.class ? letter : payload;
        }
        try {
            method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
