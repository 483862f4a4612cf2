package dev.punctual.template.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.punctual.template.cloudformation.Output;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Template;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;

/** The templates of a stack: one of CloudFormation, one of SAM, with the same resources. */
public final class Templates {

    private Templates() {
    }

    /**
     * The template of a stack.
     *
     * @param serverless whether it is SAM's, which finds the code beside itself; in the plain one its place is a parameter
     */
    public static Template of(Stack stack, boolean serverless) {
        List<Resource> resources = new ArrayList<>();
        resources.addAll(Keys.of(stack));
        resources.addAll(Streams.of(stack));
        resources.addAll(Queues.of(stack));
        resources.addAll(Buckets.of(stack));
        resources.addAll(Ledgers.of(stack));
        resources.addAll(LogGroups.of(stack));
        resources.addAll(LogQueries.of(stack));
        resources.addAll(Roles.of(stack));
        resources.addAll(Functions.of(stack, serverless));
        resources.addAll(Mappings.of(stack, serverless));
        return new Template(serverless,
                stack.application().name() + ": its functions, and all that they need. Made by its build; do not edit.",
                Parameters.of(stack, serverless), Map.of(), resources, outputs(stack));
    }

    private static List<Output> outputs(Stack stack) {
        List<Output> outputs = new ArrayList<>();
        stack.streams().forEach(stream -> outputs.add(new Output(stream.id(),
                "The ARN of the " + stream.source().described(), References.arn(stream))));
        for (Queue queue : stack.queues(QueuePurpose.DEAD_LETTER)) {
            outputs.add(new Output(queue.id(), "Where the dead letters of the " + queue.source().described() + " are",
                    References.url(queue)));
        }
        return outputs;
    }
}
