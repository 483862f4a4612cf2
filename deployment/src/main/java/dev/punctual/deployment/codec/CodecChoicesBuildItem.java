package dev.punctual.deployment.codec;

import java.util.Collection;
import java.util.List;

import org.jboss.jandex.Type;

import io.quarkus.builder.item.SimpleBuildItem;

/** How each payload type is read and written, in a stable order. */
public final class CodecChoicesBuildItem extends SimpleBuildItem {

    private final List<Chosen> all;
    private final List<JsonBean> beans;

    CodecChoicesBuildItem(Collection<Chosen> all, Collection<JsonBean> beans) {
        this.all = List.copyOf(all);
        this.beans = List.copyOf(beans);
    }

    /** A payload type, how it is read and written, and what needs it (for messages). */
    public record Chosen(Type type, CodecChoice choice, String usedBy) {
    }

    /** Each payload type once, sorted by name. */
    public List<Chosen> all() {
        return all;
    }

    /** The classes for which codecs are generated. */
    List<JsonBean> beans() {
        return beans;
    }
}
