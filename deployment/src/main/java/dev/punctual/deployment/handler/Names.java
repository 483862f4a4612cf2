package dev.punctual.deployment.handler;

import java.util.List;

import org.jboss.jandex.DotName;

import dev.punctual.Emits;
import dev.punctual.EventContext;
import dev.punctual.Idempotent;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.OutgoingEvent;
import dev.punctual.RetryWithin;
import dev.punctual.deadletter.DeadLetter;

/** The user's API as the index names it. */
final class Names {

    static final DotName ON_EVENT = DotName.createSimple(OnEvent.class);
    static final DotName RETRY_WITHIN = DotName.createSimple(RetryWithin.class);
    static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
    static final DotName ORDERED = DotName.createSimple(Ordered.class);
    static final DotName EMITS = DotName.createSimple(Emits.class);
    static final DotName ON_DEAD_LETTER = DotName.createSimple(OnDeadLetter.class);
    static final DotName EVENT_CONTEXT = DotName.createSimple(EventContext.class);
    static final DotName OUTGOING_EVENT = DotName.createSimple(OutgoingEvent.class);
    static final DotName DEAD_LETTER = DotName.createSimple(DeadLetter.class);

    /** The annotations of methods. */
    static final List<DotName> OF_METHODS = List.of(ON_EVENT, RETRY_WITHIN, IDEMPOTENT, ORDERED, EMITS, ON_DEAD_LETTER);

    private Names() {
    }
}
