package dev.punctual.deployment.codec;

import org.jboss.jandex.Type;

import io.quarkus.builder.item.MultiBuildItem;

/** A type whose values travel as events' payloads, so that it needs a codec; the same type may be told more than once. */
public final class PayloadTypeBuildItem extends MultiBuildItem {

    private final Type type;
    private final String usedBy;

    /**
     * @param type a class, or an array of bytes
     * @param usedBy what needs it, for messages: {@code com.acme.Orders#onOrder}
     */
    public PayloadTypeBuildItem(Type type, String usedBy) {
        this.type = type;
        this.usedBy = usedBy;
    }

    /** A class, or an array of bytes. */
    public Type type() {
        return type;
    }

    /** What needs it, for messages. */
    public String usedBy() {
        return usedBy;
    }
}
