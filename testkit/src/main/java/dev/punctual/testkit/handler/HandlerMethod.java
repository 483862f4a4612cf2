package dev.punctual.testkit.handler;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.Emits;
import dev.punctual.EventContext;
import dev.punctual.publish.PublishingInvoker;

/** A handler method on its object, called by reflection. */
final class HandlerMethod implements PublishingInvoker.Target {

    private final Object bean;
    private final Method method;
    private final Class<?> payloadType;

    private HandlerMethod(Object bean, Method method, Class<?> payloadType) {
        this.bean = bean;
        this.method = method;
        this.payloadType = payloadType;
    }

    /**
     * @throws IllegalArgumentException if the build would refuse the method's form
     */
    static HandlerMethod of(Object bean, Method method) {
        int modifiers = method.getModifiers();
        if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers)) {
            throw mistake(method, "the method is private or static, so it cannot be called on its bean; remove the modifier");
        }
        boolean emits = method.isAnnotationPresent(Emits.class);
        if (!emits && method.getReturnType() != void.class) {
            throw mistake(method, "the method returns " + method.getReturnType().getName()
                    + ", which nobody would see; return void, and throw an exception to fail, or add @Emits to publish it");
        }
        if (emits && method.getReturnType() == void.class) {
            throw mistake(method, "the method returns nothing that could be published; return a payload, an OutgoingEvent,"
                    + " or an Optional or Collection of either, or remove @Emits");
        }
        List<Class<?>> payloads = new ArrayList<>(List.of(method.getParameterTypes()));
        boolean hasContext = payloads.remove(EventContext.class);
        if (payloads.size() != 1 || method.getParameterCount() > (hasContext ? 2 : 1)) {
            throw mistake(method, "the method takes " + List.of(method.getParameterTypes())
                    + "; take one payload, and an EventContext if you like");
        }
        method.setAccessible(true);
        return new HandlerMethod(bean, method, payloads.get(0));
    }

    static IllegalArgumentException mistake(Method method, String what) {
        return new IllegalArgumentException(
                "@OnEvent on " + method.getDeclaringClass().getName() + '#' + method.getName() + ": " + what + '.');
    }

    Class<?> payloadType() {
        return payloadType;
    }

    @Override
    public @Nullable Object call(Object payload, EventContext context) throws Throwable {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == EventContext.class ? context : payload;
        }
        try {
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
