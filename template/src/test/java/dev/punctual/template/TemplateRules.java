package dev.punctual.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.yaml.snakeyaml.Yaml;

/** What every template must keep to, whatever made it: reads the text, and knows nothing of the model. */
final class TemplateRules {

    private final Map<String, Object> resources;
    private final List<String> violations = new ArrayList<>();

    private TemplateRules(Map<String, Object> template) {
        this.resources = map(template.get("Resources"));
    }

    static List<String> violations(String yaml) {
        return violations(map(new Yaml().<Object> load(yaml)));
    }

    static List<String> violations(Map<String, Object> template) {
        TemplateRules rules = new TemplateRules(template);
        rules.each("AWS::Lambda::EventSourceMapping", rules::mapping);
        rules.each("AWS::SQS::Queue", rules::queue);
        rules.each("AWS::Kinesis::Stream", rules::stream);
        rules.each("AWS::S3::Bucket", rules::bucket);
        rules.each("AWS::S3::BucketPolicy", rules::bucketPolicy);
        rules.each("AWS::DynamoDB::Table", rules::table);
        rules.each("AWS::IAM::Role", rules::role);
        rules.each("AWS::Lambda::Function", rules::function);
        rules.each("AWS::Serverless::Function", rules::function);
        rules.each("AWS::Logs::LogGroup",
                (id, group) -> rules.require(group.containsKey("RetentionInDays"), id, "keeps logs for ever"));
        return rules.violations;
    }

    private void each(String type, BiConsumer<String, Map<String, Object>> rule) {
        resources.forEach((id, resource) -> {
            if (type.equals(map(resource).get("Type"))) {
                rule.accept(id, map(map(resource).get("Properties")));
            }
        });
    }

    private void require(boolean kept, String id, String otherwise) {
        if (!kept) {
            violations.add(id + ' ' + otherwise);
        }
    }

    private void mapping(String id, Map<String, Object> mapping) {
        require(List.of("ReportBatchItemFailures").equals(mapping.get("FunctionResponseTypes")), id,
                "ignores what is returned");
        boolean stream = mapping.containsKey("StartingPosition");
        if (stream) {
            require(Boolean.TRUE.equals(mapping.get("BisectBatchOnFunctionError")), id, "does not bisect");
            require(number(mapping, "MaximumRetryAttempts") >= 0, id, "retries for ever");
            require(number(mapping, "MaximumRecordAgeInSeconds") >= 60, id, "gives up no record by its age");
            require(mapping.containsKey("DestinationConfig"), id, "loses what it gives up");
            require("TRIM_HORIZON".equals(mapping.get("StartingPosition")), id, "skips what is in the stream");
            return;
        }
        Map<String, Object> queue = properties(logicalId(mapping.get("EventSourceArn")));
        if (!queue.isEmpty()) {
            Map<String, Object> function = properties(function(mapping.get("FunctionName")));
            require(number(queue, "VisibilityTimeout") >= 6 * number(function, "Timeout"), id, "hides messages too briefly");
        }
    }

    private void queue(String id, Map<String, Object> queue) {
        require(number(queue, "MessageRetentionPeriod") == 1_209_600, id, "keeps messages for less than 14 days");
        require(queue.containsKey("KmsMasterKeyId") || Boolean.TRUE.equals(queue.get("SqsManagedSseEnabled")), id,
                "is in the clear");
        Map<String, Object> redrive = map(queue.getOrDefault("RedrivePolicy", Map.of()));
        if (redrive.isEmpty()) {
            require(id.endsWith("DeadLetterQueue"), id, "drops what is received in vain");
            return;
        }
        require(number(redrive, "maxReceiveCount") >= 5, id, "gives up after too few receives");
        Map<String, Object> target = properties(logicalId(redrive.get("deadLetterTargetArn")));
        require("byQueue".equals(map(target.getOrDefault("RedriveAllowPolicy", Map.of())).get("redrivePermission")), id,
                "redrives to a queue that takes from any");
        require(number(queue, "VisibilityTimeout") * number(redrive, "maxReceiveCount") < number(queue,
                "MessageRetentionPeriod"), id,
                "loses messages before it gives them up");
    }

    private void stream(String id, Map<String, Object> stream) {
        require("KMS".equals(map(stream.getOrDefault("StreamEncryption", Map.of())).get("EncryptionType")), id,
                "is in the clear");
        require("Retain".equals(map(resources.get(id)).get("DeletionPolicy")), id, "goes with its stack");
    }

    private void bucket(String id, Map<String, Object> bucket) {
        require(map(bucket.getOrDefault("PublicAccessBlockConfiguration", Map.of())).values().stream()
                .filter(Boolean.TRUE::equals).count() == 4, id, "may be public");
        require(bucket.containsKey("LifecycleConfiguration"), id, "keeps objects for ever");
        require(bucket.containsKey("BucketEncryption"), id, "is in the clear");
        require("Retain".equals(map(resources.get(id)).get("DeletionPolicy")), id, "goes with its stack");
    }

    private void bucketPolicy(String id, Map<String, Object> policy) {
        require(statements(map(policy.get("PolicyDocument"))).stream()
                .anyMatch(statement -> "Deny".equals(statement.get("Effect")) && statement.containsKey("Condition")), id,
                "lets objects travel in the clear");
    }

    private void table(String id, Map<String, Object> table) {
        require("PAY_PER_REQUEST".equals(table.get("BillingMode")), id, "is not on demand");
        require(map(table.getOrDefault("TimeToLiveSpecification", Map.of())).containsValue(true), id, "forgets nothing");
        require(map(table.getOrDefault("PointInTimeRecoverySpecification", Map.of())).containsValue(true), id,
                "cannot be recovered");
    }

    /** Network interfaces have no ARN before they are there; everything else has. */
    private void role(String id, Map<String, Object> role) {
        for (Object policy : list(role.get("Policies"))) {
            for (Map<String, Object> statement : statements(map(map(policy).get("PolicyDocument")))) {
                boolean network = "AttachToVpc".equals(statement.get("Sid"));
                require(network || list(statement.get("Resource")).stream().noneMatch("*"::equals), id,
                        "may do it to anything");
                require(list(statement.get("Action")).stream().noneMatch(action -> action.toString().contains("*")), id,
                        "may do anything");
            }
        }
    }

    private void function(String id, Map<String, Object> function) {
        require(map(map(function.get("Environment")).get("Variables")).containsKey("QUARKUS_PUNCTUAL_FUNCTION"), id,
                "does not know which it is");
        require(properties(logicalId(map(function.get("LoggingConfig")).get("LogGroup"))).containsKey("RetentionInDays"), id,
                "logs elsewhere");
        require("AWS::IAM::Role".equals(map(resources.get(logicalId(function.get("Role")))).get("Type")), id,
                "has no role of its own");
        boolean retry = id.startsWith("Retry");
        require(!retry || "Allow".equals(function.get("RecursiveLoop")), id, "is stopped as a loop");
    }

    private String function(Object name) {
        String id = logicalId(name).replace(".Alias", "");
        return Optional.ofNullable(properties(id).get("FunctionVersion")).isPresent()
                ? logicalId(properties(id).get("FunctionName"))
                : id;
    }

    private Map<String, Object> properties(String id) {
        return map(map(resources.getOrDefault(id, Map.of())).getOrDefault("Properties", Map.of()));
    }

    private static String logicalId(Object reference) {
        Map<String, Object> function = map(reference);
        Object argument = function.getOrDefault("Ref", function.getOrDefault("Fn::GetAtt", ""));
        return argument instanceof List<?> parts ? parts.get(0).toString() : argument.toString();
    }

    private static long number(Map<String, Object> properties, String name) {
        return properties.get(name) instanceof Number number ? number.longValue() : -1;
    }

    private static List<Map<String, Object>> statements(Map<String, Object> document) {
        return list(document.get("Statement")).stream().map(TemplateRules::map).toList();
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
