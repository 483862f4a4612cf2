package dev.punctual.local.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** The operations a service has, by name; filled before it serves, read by many threads after. */
public final class Operations {

    /** The response of operations that answer with nothing. */
    public static final Map<String, String> EMPTY = Map.of();

    private final Map<String, Operation<?>> byName = new LinkedHashMap<>();

    /** Adds an operation that answers at once. */
    public <I> Operations answer(String name, Class<I> input, Function<I, Object> run) {
        return later(name, input, in -> CompletableFuture.completedFuture(run.apply(in)));
    }

    /** Adds an operation that answers at once, with nothing. */
    public <I> Operations run(String name, Class<I> input, Consumer<I> run) {
        return answer(name, input, in -> {
            run.accept(in);
            return EMPTY;
        });
    }

    /** Adds an operation that answers later. */
    public <I> Operations later(String name, Class<I> input, Function<I, CompletionStage<Object>> run) {
        byName.put(name, new Operation<>(name, input, run));
        return this;
    }

    /** The names of all operations, in the order they were added. */
    public Set<String> names() {
        return byName.keySet();
    }

    Optional<Operation<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
