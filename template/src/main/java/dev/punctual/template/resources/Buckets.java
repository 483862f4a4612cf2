package dev.punctual.template.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;

/** The bucket of the bytes that no message holds, and of the batches that Lambda gives up on. */
final class Buckets {

    static final String ID = "PayloadBucket";
    /** What the keys of bytes begin with that no message holds: the default of quarkus.punctual.claim-check.prefix. */
    static final String PAYLOADS = "punctual/";
    /** What Lambda's keys of discarded batches begin with. */
    static final String DISCARDED = "aws/lambda/";

    private static final String POLICY = ID + "Policy";
    private static final String QUEUE_POLICY = ID + "NotificationPolicy";
    /** Longer than any queue keeps the message that names an object: 14 days, and as many again after a redrive. */
    private static final int DAYS = 30;

    private Buckets() {
    }

    /** The ARNs of the objects whose keys begin so. */
    static Value objects(String prefix) {
        return Value.sub("${" + ID + ".Arn}/" + prefix + '*');
    }

    static List<Resource> of(Stack stack) {
        if (!stack.hasBucket()) {
            return List.of();
        }
        Optional<Queue> told = told(stack);
        List<Resource> resources = new ArrayList<>();
        told.map(Buckets::queuePolicy).ifPresent(resources::add);
        Resource bucket = bucket(stack, told).retainedOnDeletion();
        resources.add(told.isPresent() ? bucket.after(QUEUE_POLICY) : bucket);
        resources.add(bucketPolicy());
        return resources;
    }

    /** One queue is told of all discarded batches: each names its stream, and S3 takes one rule for the keys of them all. */
    private static Optional<Queue> told(Stack stack) {
        return stack.streamMappings().stream().map(StreamMapping::stream).filter(stream -> stream.settings().onFailureBucket())
                .findFirst().flatMap(stream -> stack.queue(stream.source(), QueuePurpose.ON_FAILURE));
    }

    private static Resource bucket(Stack stack, Optional<Queue> told) {
        Members properties = Value.members()
                .and("BucketEncryption", Value.members().and("ServerSideEncryptionConfiguration", Value.items(
                        Value.members().and("ServerSideEncryptionByDefault", encryption(stack)).and("BucketKeyEnabled", true))))
                .and("LifecycleConfiguration", Value.members().and("Rules", Value.items(expiry())))
                .and("OwnershipControls", Value.members().and("Rules",
                        Value.items(Value.members().and("ObjectOwnership", "BucketOwnerEnforced"))))
                .and("PublicAccessBlockConfiguration", Value.members().and("BlockPublicAcls", true)
                        .and("BlockPublicPolicy", true).and("IgnorePublicAcls", true).and("RestrictPublicBuckets", true));
        return Resource.of(ID, "AWS::S3::Bucket", told.map(queue -> properties.and("NotificationConfiguration",
                Value.members().and("QueueConfigurations", Value.items(notification(queue))))).orElse(properties));
    }

    private static Members encryption(Stack stack) {
        return stack.hasKey()
                ? Value.members().and("SSEAlgorithm", "aws:kms").and("KMSMasterKeyID", Keys.arn(stack.settings().key()))
                : Value.members().and("SSEAlgorithm", "AES256");
    }

    private static Members expiry() {
        return Value.members().and("Id", "ExpireAfterTheMessagesThatNameThem").and("Status", "Enabled")
                .and("ExpirationInDays", DAYS)
                .and("AbortIncompleteMultipartUpload", Value.members().and("DaysAfterInitiation", 1));
    }

    private static Members notification(Queue queue) {
        Members rule = Value.members().and("Name", "prefix").and("Value", DISCARDED);
        return Value.members().and("Event", "s3:ObjectCreated:*").and("Queue", References.arn(queue))
                .and("Filter", Value.members().and("S3Key", Value.members().and("Rules", Value.items(rule))));
    }

    private static Resource queuePolicy(Queue queue) {
        Members statement = Value.members().and("Sid", "NotificationsOfTheBucket").and("Effect", "Allow")
                .and("Principal", Value.members().and("Service", "s3.amazonaws.com")).and("Action", "sqs:SendMessage")
                .and("Resource", References.arn(queue)).and("Condition", Value.members().and("StringEquals",
                        Value.members().and("aws:SourceAccount", Value.ref("AWS::AccountId"))));
        return Resource.of(QUEUE_POLICY, "AWS::SQS::QueuePolicy", Value.members()
                .and("Queues", Value.items(References.url(queue))).and("PolicyDocument", document(statement)));
    }

    private static Resource bucketPolicy() {
        Members statement = Value.members().and("Sid", "TlsOnly").and("Effect", "Deny").and("Principal", "*")
                .and("Action", "s3:*")
                .and("Resource", Value.items(Value.attribute(ID, "Arn"), Value.sub("${" + ID + ".Arn}/*")))
                .and("Condition", Value.members().and("Bool", Value.members().and("aws:SecureTransport", "false")));
        return Resource.of(POLICY, "AWS::S3::BucketPolicy",
                Value.members().and("Bucket", Value.ref(ID)).and("PolicyDocument", document(statement)));
    }

    private static Members document(Members statement) {
        return Value.members().and("Version", "2012-10-17").and("Statement", Value.items(statement));
    }
}
