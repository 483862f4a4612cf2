package dev.punctual.deployment.handler;

import java.util.List;

import io.quarkus.builder.item.SimpleBuildItem;

/** The properties that {@code @PartitionKey} marks, sorted by class. */
final class PartitionKeysBuildItem extends SimpleBuildItem {

    private final List<PartitionKeyProperties.Property> all;

    PartitionKeysBuildItem(List<PartitionKeyProperties.Property> all) {
        this.all = List.copyOf(all);
    }

    List<PartitionKeyProperties.Property> all() {
        return all;
    }
}
