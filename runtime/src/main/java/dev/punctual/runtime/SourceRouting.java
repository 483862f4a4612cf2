package dev.punctual.runtime;

import java.util.Locale;
import java.util.Optional;

import dev.punctual.event.EventSource;
import dev.punctual.runtime.config.FunctionRole;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Queue;
import dev.punctual.runtime.event.MalformedEventException;

/** Tells which of the functions a batch is for, by the source it comes from. */
final class SourceRouting {

    private final QueueDirectory queues;
    private final Optional<FunctionRole> self;

    SourceRouting(QueueDirectory queues, Optional<FunctionRole> self) {
        this.queues = queues;
        this.self = self;
    }

    /**
     * The function that handles a source's events.
     *
     * @throws MalformedEventException if it is not this one
     */
    FunctionRole roleFor(EventSource source) {
        FunctionRole role = role(source);
        if (self.isPresent() && self.get() != role) {
            throw new MalformedEventException("This is the " + name(self.get()) + " function (quarkus.punctual.function), and "
                    + source.arn() + " feeds the " + name(role) + " function; check the event source mapping");
        }
        return role;
    }

    private FunctionRole role(EventSource source) {
        Optional<Queue> beside = source.kind() == EventSource.Kind.QUEUE ? queues.find(source.name()) : Optional.empty();
        if (beside.isEmpty()) {
            return FunctionRole.STREAM;
        }
        return switch (beside.get().purpose()) {
            case RETRY -> FunctionRole.RETRY;
            case ON_FAILURE -> FunctionRole.DEAD_LETTER;
            case DEAD_LETTER -> throw new MalformedEventException("The dead-letter queue " + source.arn()
                    + " must not feed a function: its letters would be deleted from it; remove the event source mapping");
        };
    }

    private static String name(FunctionRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
