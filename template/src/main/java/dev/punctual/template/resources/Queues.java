package dev.punctual.template.resources;

import java.util.List;

import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** The queues that the template makes: those that feed handlers, and those beside each source. */
final class Queues {

    private final Stack stack;

    private Queues(Stack stack) {
        this.stack = stack;
    }

    static List<Resource> of(Stack stack) {
        Queues queues = new Queues(stack);
        return stack.queues().stream().filter(queue -> queue.arn().isEmpty()).map(queues::of).toList();
    }

    private Resource of(Queue queue) {
        Members properties = Value.members().and("QueueName", name(queue))
                .and("VisibilityTimeout", queue.visibilityTimeout().toSeconds())
                .and("MessageRetentionPeriod", queue.retention().toSeconds());
        properties = stack.hasKey()
                ? properties.and("KmsMasterKeyId", Keys.arn(stack.settings().key()))
                : properties.and("SqsManagedSseEnabled", true);
        if (queue.redrive().isPresent()) {
            properties = properties.and("RedrivePolicy", redrive(queue, queue.redrive().get()));
        }
        if (queue.redrivenFrom().isPresent()) {
            properties = properties.and("RedriveAllowPolicy", Value.members().and("redrivePermission", "byQueue")
                    .and("sourceQueueArns", Value.items(sources(queue))));
        }
        Resource resource = Resource.of(queue.id(), "AWS::SQS::Queue", properties);
        // A retry or on-failure message names its event; the letters, and what others put into a queue, are all there is.
        return queue.purpose() == QueuePurpose.DEAD_LETTER || queue.purpose() == QueuePurpose.SOURCE
                ? resource.retainedOnDeletion()
                : resource;
    }

    private Members redrive(Queue queue, Queue.Redrive redrive) {
        Queue target = stack.queue(queue.source(), redrive.purpose()).orElseThrow();
        return Value.members().and("deadLetterTargetArn", References.arn(target)).and("maxReceiveCount",
                redrive.maxReceiveCount());
    }

    /** By their names: a queue that named its sources by reference, and they it, would be a circle. */
    private Value[] sources(Queue queue) {
        return queue.redrivenFrom().stream().map(purpose -> stack.queue(queue.source(), purpose).orElseThrow())
                .map(source -> source.arn().isPresent() ? References.arn(source)
                        : Value.members().and("Fn::Sub", Value.items(
                                Value.text("arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Queue}"),
                                Value.members().and("Queue", name(source)))))
                .toArray(Value[]::new);
    }

    /** The name of a queue that the template makes: after that of its source. */
    private Value name(Queue queue) {
        if (queue.purpose() == QueuePurpose.SOURCE) {
            return sourceName(queue);
        }
        return Value.members().and("Fn::Sub", Value.items(Value.text("${Source}" + queue.purpose().suffix()),
                Value.members().and("Source", sourceName(queue))));
    }

    private Value sourceName(Queue queue) {
        if (queue.source().isStream()) {
            Stream stream = stack.stream(queue.source().name());
            return stream.arn().isPresent() ? References.name(stream) : Value.ref(References.nameParameter(stream.id()));
        }
        Queue source = stack.queue(queue.source(), QueuePurpose.SOURCE).orElseThrow();
        return source.arn().isPresent() ? References.name(source) : Value.ref(References.nameParameter(source.id()));
    }
}
