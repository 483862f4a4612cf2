package dev.punctual.testkit.handler;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads a business key from a payload by reflection, as {@code @Idempotent(key = …)} names it. */
record BusinessKey(Method accessor) implements Function<Object, String> {

    /**
     * @throws IllegalArgumentException if the payload has no such public method
     */
    static BusinessKey of(Class<?> payload, String name) {
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String candidate : List.of(name, "get" + capital, "is" + capital)) {
            try {
                Method accessor = payload.getMethod(candidate);
                accessor.setAccessible(true);
                return new BusinessKey(accessor);
            } catch (NoSuchMethodException e) {
                // The next form of its name may be there.
                continue;
            }
        }
        throw new IllegalArgumentException("key '" + name + "': " + payload.getName() + " has no public method " + name
                + "(), get" + capital + "() or is" + capital + "() without parameters");
    }

    @Override
    public String apply(Object payload) {
        try {
            Object key = accessor.invoke(payload);
            return key == null || key.toString().isBlank() ? "" : key.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the business key cannot be read with " + accessor, e);
        }
    }
}
