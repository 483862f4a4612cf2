package dev.punctual.template.stack;

import java.util.Optional;

import dev.punctual.template.application.Source;
import dev.punctual.template.settings.StreamSettings;

/**
 * A Kinesis stream.
 *
 * @param source its name in the application
 * @param settings its capacity and retention
 * @param consumed whether it feeds handlers
 * @param published whether the application publishes to it
 */
public record Stream(Source source, StreamSettings settings, boolean consumed, boolean published) {

    /** The id of the resource, such as {@code OrdersStream}. */
    public String id() {
        return LogicalIds.of(source.name()) + "Stream";
    }

    /** The ARN of the stream where the template does not make it. */
    public Optional<String> arn() {
        return settings.arn();
    }
}
