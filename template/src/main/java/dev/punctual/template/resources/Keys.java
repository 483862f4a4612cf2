package dev.punctual.template.resources;

import java.util.List;

import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.stack.Stack;

/** The key that streams, queues, bucket and ledger are encrypted with, where the application has one of its own. */
final class Keys {

    static final String ID = "PayloadKey";
    static final String PARAMETER = "KmsKeyArn";

    private Keys() {
    }

    /** The key's ARN, where there is one. */
    static Value arn(KeySetting key) {
        return key instanceof KeySetting.Existing ? Value.ref(PARAMETER) : Value.attribute(ID, "Arn");
    }

    static List<Resource> of(Stack stack) {
        return stack.settings().key() instanceof KeySetting.Created ? List.of(key().retainedOnDeletion()) : List.of();
    }

    private static Resource key() {
        return Resource.of(ID, "AWS::KMS::Key", Value.members()
                .and("Description", Value.sub("Encrypts the events of ${ApplicationName}"))
                .and("EnableKeyRotation", true)
                .and("KeyPolicy", Value.members().and("Version", "2012-10-17")
                        .and("Statement", Value.items(administration(), throughServices(), notifications()))));
    }

    private static Members administration() {
        return Value.members().and("Sid", "GovernedByPoliciesOfTheAccount").and("Effect", "Allow")
                .and("Principal", Value.members().and("AWS", Value.sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")))
                .and("Action", "kms:*").and("Resource", "*");
    }

    /** As the keys do that AWS manages: who may use a queue, stream, bucket or table may use the key through it. */
    private static Members throughServices() {
        return Value.members().and("Sid", "UsedThroughTheServices").and("Effect", "Allow")
                .and("Principal", Value.members().and("AWS", "*"))
                .and("Action", Value.texts(List.of("kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt",
                        "kms:GenerateDataKey*", "kms:ReEncrypt*")))
                .and("Resource", "*")
                .and("Condition", Value.members().and("StringEquals", Value.members()
                        .and("kms:CallerAccount", Value.ref("AWS::AccountId"))
                        .and("kms:ViaService", Value.items(via("dynamodb"), via("kinesis"), via("s3"), via("sqs")))));
    }

    private static Value via(String service) {
        return Value.sub(service + ".${AWS::Region}.amazonaws.com");
    }

    /** S3 tells an encrypted queue of new objects. */
    private static Members notifications() {
        return Value.members().and("Sid", "NotificationsOfTheBucket").and("Effect", "Allow")
                .and("Principal", Value.members().and("Service", "s3.amazonaws.com"))
                .and("Action", Value.texts(List.of("kms:Decrypt", "kms:GenerateDataKey"))).and("Resource", "*")
                .and("Condition", Value.members().and("StringEquals",
                        Value.members().and("aws:SourceAccount", Value.ref("AWS::AccountId"))));
    }
}
