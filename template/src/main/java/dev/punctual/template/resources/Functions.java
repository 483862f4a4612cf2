package dev.punctual.template.resources;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.settings.Packaging;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Stack;

/** The functions of the one artefact, for CloudFormation or for SAM. */
final class Functions {

    private static final String ALIAS = "live";
    private static final String JAVA_HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final Value ZIP = Value.text("../function.zip");

    private final Stack stack;
    private final boolean serverless;

    private Functions(Stack stack, boolean serverless) {
        this.stack = stack;
        this.serverless = serverless;
    }

    static List<Resource> of(Stack stack, boolean serverless) {
        Functions functions = new Functions(stack, serverless);
        return stack.functions().stream().map(functions::of).flatMap(List::stream).toList();
    }

    /** What mappings feed: a snapshot is made of a version, so a function that starts from one is fed through its alias. */
    static Value fed(Function function, Stack stack, boolean serverless) {
        if (!startsFromSnapshot(stack)) {
            return Value.ref(function.id());
        }
        return Value.ref(serverless ? function.id() + ".Alias" : function.id() + "Alias");
    }

    private static boolean startsFromSnapshot(Stack stack) {
        return stack.settings().packaging() instanceof Packaging.JavaZip zip && zip.snapStart();
    }

    private List<Resource> of(Function function) {
        List<Resource> resources = new ArrayList<>();
        resources.add(Resource.of(function.id(), serverless ? "AWS::Serverless::Function" : "AWS::Lambda::Function",
                properties(function)));
        if (startsFromSnapshot(stack) && !serverless) {
            resources.add(version(function));
            resources.add(alias(function));
        }
        return resources;
    }

    private Members properties(Function function) {
        Members properties = Value.members()
                .and("FunctionName", Value.sub("${ApplicationName}-" + function.role().text()))
                .and("Description", description(function.role()))
                .and(packaging())
                .and("Architectures", Value.items(Value.text(stack.settings().architecture().text())))
                .and("MemorySize", Value.ref(Parameters.memory(function)))
                .and("Timeout", function.settings().timeout().toSeconds())
                .and("Role", Value.attribute(Roles.id(function), "Arn"))
                .and("Environment", Value.members().and("Variables", Environment.of(stack, function.role())))
                .and("LoggingConfig", Value.members().and("LogGroup", Value.ref(LogGroups.id(function.role()))));
        if (stack.settings().vpc()) {
            properties = properties.and("VpcConfig", Value.members()
                    .and("SecurityGroupIds", Value.ref(Parameters.SECURITY_GROUPS))
                    .and("SubnetIds", Value.ref(Parameters.SUBNETS)));
        }
        if (function.settings().reservedConcurrency().isPresent()) {
            properties = properties.and("ReservedConcurrentExecutions", function.settings().reservedConcurrency().get());
        }
        // An event may be parked more often than Lambda's guard against loops lets a function feed itself.
        return function.role() == FunctionRole.RETRY ? properties.and("RecursiveLoop", "Allow") : properties;
    }

    private static String description(FunctionRole role) {
        return switch (role) {
            case STREAM -> "The first attempts of events";
            case RETRY -> "Later attempts of events";
            case DEAD_LETTER -> "Completes dead letters, and tells of them";
        };
    }

    private Members packaging() {
        Packaging packaging = stack.settings().packaging();
        if (packaging instanceof Packaging.Image) {
            return Value.members().and("PackageType", "Image").and(serverless
                    ? Value.members().and("ImageUri", Value.ref(Parameters.IMAGE))
                    : Value.members().and("Code", Value.members().and("ImageUri", Value.ref(Parameters.IMAGE))));
        }
        Members code = serverless ? Value.members().and("CodeUri", ZIP)
                : Value.members().and("Code", Value.members().and("S3Bucket", Value.ref(Parameters.CODE_BUCKET))
                        .and("S3Key", Value.ref(Parameters.CODE_KEY)));
        if (packaging instanceof Packaging.JavaZip zip) {
            Members java = code.and("Handler", JAVA_HANDLER).and("Runtime", zip.runtime());
            return zip.snapStart() ? java.and(snapshot()) : java;
        }
        return code.and("Handler", "bootstrap").and("Runtime", "provided.al2023");
    }

    private Members snapshot() {
        Members snapshot = Value.members().and("SnapStart", Value.members().and("ApplyOn", "PublishedVersions"));
        return serverless ? snapshot.and("AutoPublishAlias", ALIAS) : snapshot;
    }

    /** Its description tells the code's key: where that changes, CloudFormation makes a new version. */
    private static Resource version(Function function) {
        return Resource.of(function.id() + "Version", "AWS::Lambda::Version", Value.members()
                .and("FunctionName", Value.ref(function.id()))
                .and("Description", Value.sub("${CodeBucket}/${CodeKey}")));
    }

    private static Resource alias(Function function) {
        return Resource.of(function.id() + "Alias", "AWS::Lambda::Alias", Value.members()
                .and("FunctionName", Value.ref(function.id()))
                .and("FunctionVersion", Value.attribute(function.id() + "Version", "Version")).and("Name", ALIAS));
    }
}
