package dev.punctual.template.settings;

import java.util.Map;
import java.util.Objects;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;

/**
 * How an application is to be deployed: {@code quarkus.punctual.template.*}; immutable.
 *
 * @param packaging what the functions are deployed as
 * @param architecture what they run on
 * @param functions by role; those that are not there have the defaults
 * @param streams by name; those that are not there have the defaults
 * @param queues by the name of the source that they are, or beside which they are; those that are not there have the defaults
 * @param key what encrypts them
 * @param vpc whether the functions are attached to a VPC, whose subnets and security groups are parameters then
 * @param logRetentionDays how long logs are kept
 * @param crashesWithinBudget how many crashes of a function an event must survive within its budget: 0, the default, promises
 *        that an event whose function crashed ends as a dead letter at the latest; each more must fit into the budget with a
 *        visibility timeout
 */
public record Settings(Packaging packaging, Architecture architecture, Map<FunctionRole, FunctionSettings> functions,
        Map<String, StreamSettings> streams, Map<String, QueueSettings> queues, KeySetting key, boolean vpc,
        int logRetentionDays, int crashesWithinBudget) {

    /** The defaults, for an application that runs on a JVM. */
    public static final Settings DEFAULT = new Settings(new Packaging.JavaZip("java25", true), Architecture.ARM64, Map.of(),
            Map.of(), Map.of(), new KeySetting.None(), false, 30, 0);

    /** Copies the maps. */
    public Settings {
        functions = Map.copyOf(functions);
        streams = Map.copyOf(streams);
        queues = Map.copyOf(queues);
    }

    /** The settings of a function. */
    public FunctionSettings function(FunctionRole role) {
        return Objects.requireNonNullElse(functions.get(role), FunctionSettings.DEFAULT);
    }

    /** The settings of a stream, by its name. */
    public StreamSettings stream(String name) {
        return Objects.requireNonNullElse(streams.get(name), StreamSettings.DEFAULT);
    }

    /** The settings of a queue that feeds handlers, and of the queues beside a source. */
    public QueueSettings queues(Source source) {
        return Objects.requireNonNullElse(queues.get(source.name()), QueueSettings.DEFAULT);
    }
}
