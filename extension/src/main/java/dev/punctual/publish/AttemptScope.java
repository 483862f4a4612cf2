package dev.punctual.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.publish.Transport.UnderWay;

/**
 * What is published by one attempt: by the thread that calls the handler, and by it alone. Its ids are made of the handled
 * event's id, the handler and the order of publication, so that a repeated attempt publishes the same ones.
 */
final class AttemptScope implements AutoCloseable {

    private static final ThreadLocal<AttemptScope> CURRENT = new ThreadLocal<>();

    private final String handler;
    private final EventContext context;
    private final List<UnderWay> underWay = new ArrayList<>();
    private final @Nullable AttemptScope outer;
    private int ordinal;

    private AttemptScope(String handler, EventContext context) {
        this.handler = handler;
        this.context = context;
        this.outer = CURRENT.get();
    }

    /** Begins an attempt in this thread. */
    static AttemptScope open(String handler, EventContext context) {
        AttemptScope scope = new AttemptScope(handler, context);
        CURRENT.set(scope);
        return scope;
    }

    static Optional<AttemptScope> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    String handler() {
        return handler;
    }

    EventContext context() {
        return context;
    }

    String nextId() {
        ordinal++;
        String name = context.id() + '\n' + handler + '\n' + ordinal;
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    void add(UnderWay event) {
        underWay.add(event);
    }

    /** What was published asynchronously and not waited for yet; empty afterwards. */
    List<UnderWay> takeUnderWay() {
        List<UnderWay> all = List.copyOf(underWay);
        underWay.clear();
        return all;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
