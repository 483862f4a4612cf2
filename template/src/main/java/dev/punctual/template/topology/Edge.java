package dev.punctual.template.topology;

import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;

/**
 * A way that events take.
 *
 * @param kind why they take it
 * @param from the id of the node that they come from
 * @param to the id of the node that they go to
 * @param type the type of the events that take it, or an empty string for any
 */
public record Edge(Kind kind, String from, String to, String type) {

    /** Why events take a way. */
    public enum Kind {
        /** A mapping polls a stream or a queue for a function. */
        FEEDS("feeds"),
        /** A source's events of a type go to a handler. */
        DELIVERS("delivers"),
        /** A handler's events wait for another attempt. */
        PARKS("parks"),
        /** What Lambda gave up on goes from a stream to a queue. */
        DISCARDS("discards"),
        /** Messages received in vain go from one queue to another. */
        REDRIVES("redrives"),
        /** A function sends dead letters. */
        BURIES("buries"),
        /** A handler, or the application by an injected publisher, publishes. */
        PUBLISHES("publishes");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As {@code topology.json} writes it. */
        public String text() {
            return text;
        }
    }

    static Edge of(Kind kind, String from, String to) {
        return new Edge(kind, from, to, "");
    }

    Members value() {
        Members value = Value.members().and("kind", kind.text()).and("from", from).and("to", to);
        return type.isEmpty() ? value : value.and("type", type);
    }
}
