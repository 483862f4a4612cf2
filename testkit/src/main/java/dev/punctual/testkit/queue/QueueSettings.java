package dev.punctual.testkit.queue;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The attributes of a queue that can be set, by SQS' names and checked; anything not set has SQS' default.
 *
 * <p>
 * Attributes on encryption and access are kept as they stand and have no effect.
 */
public final class QueueSettings {

    /** SQS' defaults: visible again after 30 s, kept for 4 days, up to 1 MiB, no delay, no wait, no redrive. */
    public static final QueueSettings DEFAULT = new QueueSettings(Map.of());

    private static final Map<String, Range> NUMBERS = Map.of(
            "VisibilityTimeout", new Range(0, 43_200, 30),
            "DelaySeconds", new Range(0, 900, 0),
            "MessageRetentionPeriod", new Range(60, 1_209_600, 345_600),
            "MaximumMessageSize", new Range(1_024, 1_048_576, 1_048_576),
            "ReceiveMessageWaitTimeSeconds", new Range(0, 20, 0));
    private static final String REDRIVE = "RedrivePolicy";
    private static final Set<String> KEPT = Set.of(REDRIVE, "RedriveAllowPolicy", "Policy", "KmsMasterKeyId",
            "KmsDataKeyReusePeriodSeconds", "SqsManagedSseEnabled");
    private static final Set<String> FIFO = Set.of("FifoQueue", "ContentBasedDeduplication", "DeduplicationScope",
            "FifoThroughputLimit");

    private final Map<String, String> values;
    private final Optional<RedrivePolicy> redrivePolicy;

    private QueueSettings(Map<String, String> values) {
        this.values = values;
        this.redrivePolicy = Optional.ofNullable(values.get(REDRIVE)).map(RedrivePolicy::parse);
    }

    /** These settings with some attributes changed; an empty {@code RedrivePolicy} takes the policy away. */
    public QueueSettings with(Map<String, String> changes) {
        var merged = new TreeMap<>(values);
        changes.forEach((name, value) -> {
            check(name, value);
            if (value.isEmpty()) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        return new QueueSettings(merged);
    }

    private static void check(String name, String value) {
        var range = NUMBERS.get(name);
        if (range != null) {
            range.parse(name, value);
        } else if (FIFO.contains(name)) {
            throw new SqsException.UnsupportedOperation(
                    "Attribute " + name + ": this model has standard queues only; leave the attribute out.");
        } else if (!KEPT.contains(name)) {
            throw new SqsException.InvalidAttributeName("Unknown Attribute " + name + ".");
        }
    }

    public Duration visibilityTimeout() {
        return seconds("VisibilityTimeout");
    }

    public Duration delay() {
        return seconds("DelaySeconds");
    }

    public Duration retention() {
        return seconds("MessageRetentionPeriod");
    }

    public Duration receiveWaitTime() {
        return seconds("ReceiveMessageWaitTimeSeconds");
    }

    /** Bytes of body and attributes. */
    public int maximumMessageSize() {
        return number("MaximumMessageSize");
    }

    public Optional<RedrivePolicy> redrivePolicy() {
        return redrivePolicy;
    }

    /** All attributes by SQS' names, defaults included. */
    public Map<String, String> attributes() {
        var all = new TreeMap<>(values);
        NUMBERS.forEach((name, range) -> all.putIfAbsent(name, Integer.toString(range.standard())));
        return all;
    }

    private Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    private int number(String name) {
        var value = values.get(name);
        return value == null ? Objects.requireNonNull(NUMBERS.get(name)).standard() : Integer.parseInt(value);
    }

    private record Range(int minimum, int maximum, int standard) {

        void parse(String name, String value) {
            if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < minimum || Integer.parseInt(value) > maximum) {
                throw new SqsException.InvalidAttributeValue("Invalid value '" + value + "' for the parameter " + name
                        + "; it must be a whole number from " + minimum + " to " + maximum + ".");
            }
        }
    }
}
