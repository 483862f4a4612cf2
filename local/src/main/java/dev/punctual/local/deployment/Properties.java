package dev.punctual.local.deployment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The evaluated properties of one resource, or of a part of one.
 *
 * @param where the resource's id, or where in it
 * @param values by name
 */
record Properties(String where, Map<String, Object> values) {

    /**
     * @throws IllegalArgumentException if there are others than these: what is not known might matter
     */
    void requireOnly(Set<String> known) {
        values.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    where + ": the property " + name + " is not known here; remove it from the template"
                            + " that runs on this machine");
        });
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf);
    }

    String required(String name) {
        return text(name).orElseThrow(() -> new IllegalArgumentException(where + ": the property " + name + " is missing"));
    }

    Optional<Integer> number(String name) {
        return text(name).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(where + ": " + name + " is '" + text + "', which is no whole number", e);
            }
        });
    }

    Optional<Duration> seconds(String name) {
        return number(name).map(Duration::ofSeconds);
    }

    boolean flag(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked") // The keys of what a template holds are texts.
    Optional<Properties> part(String name) {
        return values.get(name) instanceof Map<?, ?> map
                ? Optional.of(new Properties(where + '.' + name, (Map<String, Object>) map))
                : Optional.empty();
    }
}
