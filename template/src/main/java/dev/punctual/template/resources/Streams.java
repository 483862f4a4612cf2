package dev.punctual.template.resources;

import java.util.List;

import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** The streams that the template makes. */
final class Streams {

    private Streams() {
    }

    static String shardCount(Stream stream) {
        return stream.id() + "ShardCount";
    }

    static String retention(Stream stream) {
        return stream.id() + "RetentionHours";
    }

    static boolean isProvisioned(Stream stream) {
        return stream.settings().mode() == StreamMode.PROVISIONED;
    }

    static List<Resource> of(Stack stack) {
        return stack.streams().stream().filter(stream -> stream.arn().isEmpty()).map(stream -> of(stream, stack)).toList();
    }

    private static Resource of(Stream stream, Stack stack) {
        Members properties = Value.members().and("Name", Value.ref(References.nameParameter(stream.id())))
                .and("RetentionPeriodHours", Value.ref(retention(stream)))
                .and("StreamModeDetails", Value.members().and("StreamMode", stream.settings().mode().name()));
        if (isProvisioned(stream)) {
            properties = properties.and("ShardCount", Value.ref(shardCount(stream)));
        }
        Members encryption = Value.members().and("EncryptionType", "KMS").and("KeyId",
                stack.hasKey() ? Keys.arn(stack.settings().key()) : Value.text("alias/aws/kinesis"));
        return Resource.of(stream.id(), "AWS::Kinesis::Stream", properties.and("StreamEncryption", encryption))
                .retainedOnDeletion();
    }
}
