package dev.punctual.local.deployment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.local.lambda.HostedFunction;
import dev.punctual.local.lambda.LambdaHost;
import dev.punctual.local.lambda.packaging.FunctionPackage;

/**
 * An application as its template deploys it, on this machine: its streams, queues, buckets and tables at the endpoints, its
 * functions as processes, and the event source mappings that feed them.
 *
 * <p>
 * Templates of CloudFormation and of SAM are understood as far as applications of Punctual need it: what is not known is
 * refused
 * rather than left out. Roles, logs, alarms and policies have no effect here. Thread-safe once it is started.
 */
public final class LocalDeployment implements AutoCloseable {

    private static final Set<String> WITHOUT_EFFECT = Set.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm",
            "AWS::CloudWatch::Dashboard", "AWS::IAM::Policy", "AWS::IAM::Role", "AWS::KMS::Alias", "AWS::Lambda::Alias",
            "AWS::Lambda::Version", "AWS::Logs::LogGroup", "AWS::Logs::QueryDefinition", "AWS::S3::BucketPolicy",
            "AWS::SNS::Topic", "AWS::SQS::QueuePolicy");
    private static final String MAPPING = "AWS::Lambda::EventSourceMapping";
    private static final List<String> FUNCTIONS = List.of("AWS::Lambda::Function", "AWS::Serverless::Function");
    private static final Set<String> STORES = Set.of("AWS::Kinesis::Stream", "AWS::SQS::Queue", "AWS::S3::Bucket",
            "AWS::DynamoDB::Table", "AWS::KMS::Key");

    /** What must be closed, the last opened first. */
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Blueprint blueprint;
    private final Surroundings surroundings;
    private final Functions functions;

    private LocalDeployment(Builder builder) {
        blueprint = Blueprint.read(builder.template, builder.parameters);
        requireKnown();
        surroundings = new Surroundings(blueprint, builder.endpoints);
        LambdaHost host = LambdaHost.start(builder.endpoints.scheduler());
        open.push(host);
        functions = new Functions(surroundings, host, new Functions.Setting(builder.code, builder.endpoints.sqsUri(),
                Map.copyOf(builder.environment), builder.log));
        try {
            new Stores(blueprint, surroundings, builder.endpoints).create();
            blueprint.of(FUNCTIONS.toArray(String[]::new)).forEach(functions::register);
            Feeds feeds = new Feeds(surroundings, builder.endpoints, functions);
            blueprint.of(MAPPING).forEach(mapping -> open.push(feeds.start(mapping)));
        } catch (RuntimeException e) {
            closeQuietly(e);
            throw e;
        }
    }

    private void requireKnown() {
        for (Declared resource : blueprint.resources().values()) {
            boolean known = WITHOUT_EFFECT.contains(resource.type()) || STORES.contains(resource.type())
                    || FUNCTIONS.contains(resource.type()) || resource.type().equals(MAPPING);
            if (!known) {
                throw new IllegalArgumentException("The resource '" + resource.id() + "' is of the type " + resource.type()
                        + ", which is not known here; leave it out of the template that runs on this machine");
            }
        }
    }

    /**
     * Begins a deployment.
     *
     * @param template the text of a template, in YAML or JSON
     * @param code the artefact that all its functions are made of
     * @param endpoints where its streams and queues are made; must stay open for as long as the deployment
     */
    public static Builder of(String template, FunctionPackage code, LocalEndpoints endpoints) {
        return new Builder(template, code, endpoints);
    }

    /**
     * The name of a resource where it is deployed.
     *
     * @throws IllegalArgumentException if the template has no such resource
     */
    public String name(String id) {
        return surroundings.name(declared(id));
    }

    private Declared declared(String id) {
        Declared resource = blueprint.resources().get(id);
        if (resource == null) {
            throw new IllegalArgumentException(
                    "The template has no resource '" + id + "'; it has " + blueprint.resources().keySet());
        }
        return resource;
    }

    /**
     * What the role of a function lets it do. Nothing is kept from it here.
     *
     * @throws IllegalArgumentException if the template has no such function, or no such role
     */
    public List<Right> rights(String functionId) {
        return new Roles(blueprint, surroundings).of(declared(functionId));
    }

    /**
     * The URL of a queue.
     *
     * @throws IllegalArgumentException if the template has no such resource
     */
    public String queueUrl(String id) {
        return String.valueOf(surroundings.ref(id));
    }

    /**
     * The ARN of a resource.
     *
     * @throws IllegalArgumentException if the template has no such resource
     */
    public String arn(String id) {
        return String.valueOf(surroundings.attribute(id, "Arn"));
    }

    /**
     * A function.
     *
     * @throws IllegalArgumentException if the template has no such function
     */
    public HostedFunction function(String id) {
        return functions.find(name(id));
    }

    /** Stops feeding the functions, then ends their processes; does nothing the second time. */
    @Override
    public synchronized void close() {
        RuntimeException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("not everything could be stopped", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void closeQuietly(RuntimeException cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** Collects what a deployment is made of; not thread-safe. */
    public static final class Builder {

        private final String template;
        private final FunctionPackage code;
        private final LocalEndpoints endpoints;
        private final Map<String, String> parameters = new HashMap<>();
        private final Map<String, String> environment = new HashMap<>();
        private Consumer<String> log = line -> {
        };

        private Builder(String template, FunctionPackage code, LocalEndpoints endpoints) {
            this.template = template;
            this.code = code;
            this.endpoints = endpoints;
        }

        /** What a parameter holds, in place of its default. */
        public Builder parameter(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /** Environment variables of all functions, over those of the template. */
        public Builder environment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        /** Gets the lines that the functions print, one at a time; by default nobody does. */
        public Builder log(Consumer<String> value) {
            log = value;
            return this;
        }

        /**
         * Makes all of it, and begins to feed the functions.
         *
         * @throws IllegalArgumentException if the template lacks a parameter, or has something that is not known here
         */
        public LocalDeployment start() {
            return new LocalDeployment(this);
        }
    }
}
