package dev.punctual.local.deployment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.testkit.objects.BucketNotification;

/** Makes what keeps events: streams, queues, buckets and tables. */
final class Stores {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHARDS_ON_DEMAND = 4;
    private static final Set<String> STREAM = Set.of("Name", "RetentionPeriodHours", "ShardCount", "StreamModeDetails",
            "StreamEncryption", "Tags");
    /** What the model of queues knows; encryption is none here. */
    private static final Set<String> QUEUE_ATTRIBUTES = Set.of("DelaySeconds", "MaximumMessageSize", "MessageRetentionPeriod",
            "ReceiveMessageWaitTimeSeconds", "VisibilityTimeout");
    private static final Set<String> QUEUE_POLICIES = Set.of("RedrivePolicy", "RedriveAllowPolicy");
    private static final Set<String> QUEUE_OTHERS = Set.of("QueueName", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds",
            "SqsManagedSseEnabled", "Tags");
    private static final Set<String> BUCKET = Set.of("BucketName", "BucketEncryption", "LifecycleConfiguration",
            "NotificationConfiguration", "OwnershipControls", "PublicAccessBlockConfiguration", "Tags");
    private static final Set<String> TABLE = Set.of("TableName", "AttributeDefinitions", "BillingMode", "KeySchema",
            "PointInTimeRecoverySpecification", "SSESpecification", "TimeToLiveSpecification", "Tags");

    private final Blueprint blueprint;
    private final Surroundings surroundings;
    private final LocalEndpoints endpoints;

    Stores(Blueprint blueprint, Surroundings surroundings, LocalEndpoints endpoints) {
        this.blueprint = blueprint;
        this.surroundings = surroundings;
        this.endpoints = endpoints;
    }

    void create() {
        blueprint.of("AWS::Kinesis::Stream").forEach(this::stream);
        List<Declared> queues = blueprint.of("AWS::SQS::Queue");
        queues.forEach(this::queue);
        queues.forEach(this::policies);
        blueprint.of("AWS::S3::Bucket").forEach(this::bucket);
        blueprint.of("AWS::DynamoDB::Table").forEach(this::table);
    }

    private void stream(Declared declared) {
        Properties properties = surroundings.properties(declared);
        properties.requireOnly(STREAM);
        String name = surroundings.name(declared);
        endpoints.streams().createStream(name, properties.number("ShardCount").orElse(SHARDS_ON_DEMAND));
        properties.number("RetentionPeriodHours")
                .ifPresent(hours -> endpoints.streams().setRetention(name, Duration.ofHours(hours)));
    }

    private void queue(Declared declared) {
        Properties properties = surroundings.properties(declared);
        properties.requireOnly(union(QUEUE_ATTRIBUTES, QUEUE_POLICIES, QUEUE_OTHERS));
        Map<String, String> attributes = new HashMap<>();
        QUEUE_ATTRIBUTES.forEach(name -> properties.text(name).ifPresent(value -> attributes.put(name, value)));
        endpoints.queues().createQueue(surroundings.name(declared), attributes);
    }

    /** Once all queues are there: they name each other. */
    private void policies(Declared declared) {
        Properties properties = surroundings.properties(declared);
        Map<String, String> attributes = new HashMap<>();
        QUEUE_POLICIES.forEach(name -> properties.part(name).ifPresent(policy -> attributes.put(name, json(policy.values()))));
        if (!attributes.isEmpty()) {
            endpoints.queues().setAttributes(surroundings.name(declared), attributes);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a policy has no form in JSON: " + value, e);
        }
    }

    private void bucket(Declared declared) {
        Properties properties = surroundings.properties(declared);
        properties.requireOnly(BUCKET);
        String name = surroundings.name(declared);
        endpoints.objects().createBucket(name);
        properties.part("NotificationConfiguration").ifPresent(notifications -> {
            notifications.requireOnly(Set.of("QueueConfigurations"));
            notifications.list("QueueConfigurations").forEach(configuration -> notify(name, declared.id(), configuration));
        });
    }

    @SuppressWarnings("unchecked") // The keys of what a template holds are texts.
    private void notify(String bucket, String id, Object configuration) {
        Properties notification = new Properties(id + ".QueueConfigurations", (Map<String, Object>) configuration);
        String queue = notification.required("Queue");
        String prefix = notification.part("Filter").flatMap(filter -> filter.part("S3Key")).stream()
                .flatMap(key -> key.list("Rules").stream()).map(rule -> new Properties(id, (Map<String, Object>) rule))
                .filter(rule -> rule.required("Name").equals("prefix")).map(rule -> rule.required("Value")).findFirst()
                .orElse("");
        BucketNotification.toQueue(endpoints.objects(), bucket, prefix, endpoints.queues(),
                queue.substring(queue.lastIndexOf(':') + 1), endpoints.scheduler());
    }

    @SuppressWarnings("unchecked") // The keys of what a template holds are texts.
    private void table(Declared declared) {
        Properties properties = surroundings.properties(declared);
        properties.requireOnly(TABLE);
        endpoints.tables().createTable(surroundings.name(declared), properties.list("KeySchema").stream()
                .map(key -> new Properties(declared.id(), (Map<String, Object>) key).required("AttributeName")).toList());
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        return Stream.of(sets).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
