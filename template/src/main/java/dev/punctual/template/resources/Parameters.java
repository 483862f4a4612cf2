package dev.punctual.template.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.punctual.template.cloudformation.Parameter;
import dev.punctual.template.cloudformation.Parameter.Range;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.settings.LogRetention;
import dev.punctual.template.settings.Packaging;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** What the templates leave to whoever deploys them; all but the code's place has a default. */
final class Parameters {

    static final String APPLICATION = "ApplicationName";
    static final String LOG_RETENTION = "LogRetentionDays";
    static final String SUBNETS = "VpcSubnetIds";
    static final String SECURITY_GROUPS = "VpcSecurityGroupIds";
    static final String CODE_BUCKET = "CodeBucket";
    static final String CODE_KEY = "CodeKey";
    static final String IMAGE = "ImageUri";

    private static final Range HOURS_OF_RETENTION = new Range(24, 8_760);
    private static final Range SHARDS = new Range(1, 10_000);
    private static final Range MEMORY = new Range(128, 10_240);

    private Parameters() {
    }

    /** The parameter that holds the memory of a function. */
    static String memory(Function function) {
        return function.id() + "Memory";
    }

    static List<Parameter> of(Stack stack, boolean serverless) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.text(APPLICATION, stack.application().name(),
                "What the names of functions, logs, alarms and the ledger begin with; another for each deployment in a region."));
        parameters.addAll(code(stack, serverless));
        stack.streams().forEach(stream -> parameters.addAll(of(stream)));
        stack.queues(QueuePurpose.SOURCE).forEach(queue -> parameters.add(of(queue)));
        stack.functions().forEach(function -> parameters.add(Parameter.number(memory(function), function.settings().memory(),
                MEMORY, "The memory of the " + function.role().text() + " function in MB.")));
        parameters.add(logRetention(stack));
        if (stack.settings().vpc()) {
            parameters.add(list(SUBNETS, "List<AWS::EC2::Subnet::Id>", "The subnets of the functions."));
            parameters.add(list(SECURITY_GROUPS, "List<AWS::EC2::SecurityGroup::Id>", "The security groups of the functions."));
        }
        if (stack.settings().key() instanceof KeySetting.Existing key) {
            parameters.add(Parameter.text(Keys.PARAMETER, key.arn(), "The key that streams, queues, bucket and ledger are"
                    + " encrypted with; its policy must let the account use it through these services."));
        }
        return List.copyOf(parameters);
    }

    private static List<Parameter> code(Stack stack, boolean serverless) {
        if (stack.settings().packaging() instanceof Packaging.Image) {
            return List.of(Parameter.required(IMAGE, "The container image of the functions, in this region's registry."));
        }
        return serverless ? List.of()
                : List.of(Parameter.required(CODE_BUCKET, "The bucket that holds function.zip, in this region."),
                        Parameter.required(CODE_KEY, "The key of function.zip there; another one for each version."));
    }

    private static List<Parameter> of(Stream stream) {
        String described = stream.source().described();
        if (stream.arn().isPresent()) {
            return List.of(Parameter.text(References.arnParameter(stream.id()), stream.arn().get(),
                    "The ARN of the " + described + '.'));
        }
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.text(References.nameParameter(stream.id()), stream.source().name(),
                "The name of the " + described + " where it is deployed."));
        if (Streams.isProvisioned(stream)) {
            parameters.add(Parameter.number(Streams.shardCount(stream), stream.settings().shards(), SHARDS,
                    "How many shards the " + described + " has: each takes 1 MiB or 1,000 records a second."));
        }
        parameters.add(Parameter.number(Streams.retention(stream), stream.settings().retention().toHours(), HOURS_OF_RETENTION,
                "How many hours the " + described + " keeps records."));
        return parameters;
    }

    private static Parameter of(Queue queue) {
        String described = queue.source().described();
        return queue.arn().map(arn -> Parameter.text(References.arnParameter(queue.id()), arn,
                "The ARN of the " + described + '.'))
                .orElseGet(() -> Parameter.text(References.nameParameter(queue.id()), queue.source().name(),
                        "The name of the " + described + " where it is deployed."));
    }

    private static Parameter logRetention(Stack stack) {
        return new Parameter(LOG_RETENTION, "Number", Optional.of(Integer.toString(stack.settings().logRetentionDays())),
                "How many days logs are kept.", LogRetention.DAYS.stream().map(String::valueOf).toList(), Optional.empty());
    }

    private static Parameter list(String id, String type, String description) {
        return new Parameter(id, type, Optional.empty(), description, List.of(), Optional.empty());
    }
}
