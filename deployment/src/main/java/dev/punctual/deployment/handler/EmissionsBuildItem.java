package dev.punctual.deployment.handler;

import java.util.List;

import org.jboss.jandex.Type;

import io.quarkus.builder.item.SimpleBuildItem;

/** What handlers publish with {@code @Emits}, sorted by handler: the edges of the application's topology. */
public final class EmissionsBuildItem extends SimpleBuildItem {

    private final List<Emission> all;

    EmissionsBuildItem(List<Emission> all) {
        this.all = List.copyOf(all);
    }

    /**
     * What one handler publishes.
     *
     * @param handler the handler's id
     * @param stream the stream's name
     * @param type the events' type, or an empty string where each names its own
     * @param payload a class, or an array of bytes
     */
    public record Emission(String handler, String stream, String type, Type payload) {
    }

    /** One for each handler that publishes what it returns. */
    public List<Emission> all() {
        return all;
    }
}
