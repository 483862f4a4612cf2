package dev.punctual.local.deployment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.testkit.aws.AwsLocation;

/** The resources of a template as they are on this machine: their names, URLs and ARNs. Not thread-safe. */
final class Surroundings implements Scope {

    private static final String STACK = "local";

    private final Blueprint blueprint;
    private final LocalEndpoints endpoints;
    private final AwsLocation location;
    private final Evaluation evaluation = new Evaluation(this);
    private final Map<String, String> keys = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Surroundings(Blueprint blueprint, LocalEndpoints endpoints) {
        this.blueprint = blueprint;
        this.endpoints = endpoints;
        this.location = endpoints.queues().location();
    }

    Properties properties(Declared resource) {
        try {
            return new Properties(resource.id(), evaluation.members(resource.properties()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The resource '" + resource.id() + "': " + e.getMessage(), e);
        }
    }

    @Override
    public Object ref(String id) {
        if (blueprint.parameters().containsKey(id)) {
            return blueprint.parameters().get(id);
        }
        return switch (id) {
            case "AWS::Region" -> location.region();
            case "AWS::AccountId" -> location.account();
            case "AWS::Partition" -> "aws";
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> STACK;
            default -> identity(resource(id.endsWith(".Alias") ? id.substring(0, id.length() - ".Alias".length()) : id));
        };
    }

    private Declared resource(String id) {
        Declared resource = blueprint.resources().get(id);
        if (resource == null) {
            throw new IllegalArgumentException("the template has no parameter or resource '" + id + "'");
        }
        return resource;
    }

    private String identity(Declared resource) {
        return switch (resource.type()) {
            case "AWS::SQS::Queue" -> endpoints.sqsUri() + "/" + location.account() + '/' + name(resource);
            case "AWS::KMS::Key" -> keyArn(resource).substring(keyArn(resource).lastIndexOf('/') + 1);
            case "AWS::Lambda::Alias", "AWS::Lambda::Version" -> property(resource, "FunctionName");
            default -> name(resource);
        };
    }

    /** The name of a resource: as the template gives it, else after its id. */
    String name(Declared resource) {
        String property = switch (resource.type()) {
            case "AWS::Kinesis::Stream" -> "Name";
            case "AWS::SQS::Queue" -> "QueueName";
            case "AWS::S3::Bucket" -> "BucketName";
            case "AWS::DynamoDB::Table" -> "TableName";
            case "AWS::Lambda::Function", "AWS::Serverless::Function" -> "FunctionName";
            case "AWS::Logs::LogGroup" -> "LogGroupName";
            case "AWS::IAM::Role" -> "RoleName";
            default -> throw new IllegalArgumentException("nothing refers to a resource of the type " + resource.type());
        };
        return resource.properties().members().containsKey(property) ? property(resource, property)
                : STACK + '-' + resource.id().toLowerCase(Locale.ROOT);
    }

    private String property(Declared resource, String property) {
        if (!open.add(resource.id() + '.' + property)) {
            throw new IllegalArgumentException(resource.id() + '.' + property + " refers to itself");
        }
        try {
            return Optional.ofNullable(resource.properties().members().get(property)).flatMap(evaluation::of)
                    .map(String::valueOf).orElseThrow(
                            () -> new IllegalArgumentException(resource.id() + '.' + property + " is none"));
        } finally {
            open.remove(resource.id() + '.' + property);
        }
    }

    private String keyArn(Declared key) {
        return keys.computeIfAbsent(key.id(), unused -> endpoints.keys().createKey());
    }

    @Override
    public Object attribute(String id, String attribute) {
        Declared resource = resource(id);
        String wanted = resource.type() + '.' + attribute;
        return switch (wanted) {
            case "AWS::Kinesis::Stream.Arn" -> location.streamArn(name(resource));
            case "AWS::SQS::Queue.Arn" -> location.queueArn(name(resource));
            case "AWS::SQS::Queue.QueueName" -> name(resource);
            case "AWS::SQS::Queue.QueueUrl" -> identity(resource);
            case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + name(resource);
            case "AWS::DynamoDB::Table.Arn" -> arn("dynamodb", "table/" + name(resource));
            case "AWS::KMS::Key.Arn" -> keyArn(resource);
            case "AWS::Lambda::Function.Arn", "AWS::Serverless::Function.Arn" -> location.functionArn(name(resource));
            case "AWS::Lambda::Version.Version" -> "1";
            case "AWS::IAM::Role.Arn" -> location.roleArn(name(resource));
            case "AWS::Logs::LogGroup.Arn" -> arn("logs", "log-group:" + name(resource) + ":*");
            default -> throw new IllegalArgumentException("the attribute " + wanted + " is not known here");
        };
    }

    private String arn(String service, String resource) {
        return "arn:aws:" + service + ':' + location.region() + ':' + location.account() + ':' + resource;
    }

    @Override
    public boolean holds(String condition) {
        if (!blueprint.conditions().containsKey(condition)) {
            throw new IllegalArgumentException("the template has no condition '" + condition + "'");
        }
        return evaluation.of(blueprint.conditions().get(condition)).filter(Boolean.TRUE::equals).isPresent();
    }
}
