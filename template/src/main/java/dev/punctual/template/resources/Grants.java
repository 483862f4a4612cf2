package dev.punctual.template.resources;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.application.Client;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.stack.QueueMapping;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** What the functions of a stack may do: the calls that their code and Lambda make for them, and nothing else. */
public final class Grants {

    private final Stack stack;
    private final FunctionRole role;
    private final List<Grant> all = new ArrayList<>();

    private Grants(Stack stack, FunctionRole role) {
        this.stack = stack;
        this.role = role;
    }

    /** What the function of a role may do, in a stable order. */
    public static List<Grant> of(Stack stack, FunctionRole role) {
        Grants grants = new Grants(stack, role);
        grants.logs();
        grants.polling();
        grants.sending();
        grants.publishing();
        grants.readingBack();
        grants.ledger();
        grants.payloads();
        return List.copyOf(grants.all);
    }

    private void add(boolean needed, Grant grant) {
        if (needed && !grant.resources().isEmpty()) {
            all.add(grant);
        }
    }

    private void logs() {
        add(true, Grant.lambda("WriteLogs", List.of(Value.attribute(LogGroups.id(role), "Arn")), "logs:CreateLogStream",
                "logs:PutLogEvents"));
    }

    /** Lambda reads streams and queues with the role of the function, and tells of what it gives up on. */
    private void polling() {
        boolean first = role == FunctionRole.STREAM;
        List<Stream> consumed = stack.streams().stream().filter(Stream::consumed).toList();
        add(first, Grant.lambda("ReadStreams", consumed.stream().map(References::arn).toList(), "kinesis:DescribeStream",
                "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:ListShards"));
        add(true, Grant.lambda("ReceiveMessages",
                stack.queueMappings().stream().filter(mapping -> mapping.role() == role).map(QueueMapping::queue)
                        .map(References::arn).toList(),
                "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"));
        add(first, Grant.lambda("TellOfDiscardedBatches",
                consumed.stream().filter(stream -> !stream.settings().onFailureBucket())
                        .map(stream -> stack.queue(stream.source(), QueuePurpose.ON_FAILURE).orElseThrow())
                        .map(References::arn).toList(),
                "sqs:SendMessage"));
        boolean kept = first && consumed.stream().anyMatch(stream -> stream.settings().onFailureBucket());
        add(kept, Grant.lambda("ListDiscardedBatches", List.of(Value.attribute(Buckets.ID, "Arn")), "s3:ListBucket"));
        add(kept, Grant.lambda("KeepDiscardedBatches", List.of(Buckets.objects(Buckets.DISCARDED)), "s3:PutObject"));
    }

    private void sending() {
        if (role == FunctionRole.DEAD_LETTER) {
            add(true, send("KeepDeadLetters", QueuePurpose.DEAD_LETTER));
            return;
        }
        add(true, send("ParkEvents", QueuePurpose.RETRY));
        add(true, send("SendDeadLetters", stack.letterBox()));
    }

    private Grant send(String purpose, QueuePurpose queues) {
        return Grant.code(purpose, stack.queues(queues).stream().map(References::arn).toList(), "sqs:SendMessage");
    }

    private void publishing() {
        add(stack.application().deadLettersPublish() || role != FunctionRole.DEAD_LETTER, Grant.code("PublishEvents",
                stack.streams().stream().filter(Stream::published).map(References::arn).toList(), "kinesis:ListShards",
                "kinesis:PutRecords"));
    }

    private void readingBack() {
        boolean reads = role == FunctionRole.DEAD_LETTER && stack.application().has(Client.KINESIS);
        add(reads, Grant.code("ReadBackDiscardedRecords", stack.streams().stream()
                .filter(stream -> stream.consumed() && !stream.settings().onFailureBucket()).map(References::arn).toList(),
                "kinesis:GetRecords", "kinesis:GetShardIterator"));
        boolean kept = stack.streamMappings().stream().anyMatch(mapping -> mapping.stream().settings().onFailureBucket());
        add(role == FunctionRole.DEAD_LETTER && kept,
                Grant.code("GetDiscardedBatches", List.of(Buckets.objects(Buckets.DISCARDED)), "s3:GetObject"));
    }

    private void ledger() {
        add(stack.hasLedger(), Grant.code("KeepOutcomes", List.of(Value.attribute(Ledgers.ID, "Arn")), "dynamodb:BatchGetItem",
                "dynamodb:PutItem"));
    }

    /** First attempts have their bytes from the source itself. */
    private void payloads() {
        String[] actions = role == FunctionRole.STREAM ? new String[] { "s3:PutObject" }
                : new String[] { "s3:GetObject", "s3:PutObject" };
        add(stack.hasBucket(), Grant.code("StowPayloads", List.of(Buckets.objects(Buckets.PAYLOADS)), actions));
        boolean encrypts = stack.hasKey() && stack.application().has(Client.KMS);
        add(encrypts, Grant.code("EncryptPayloads", List.of(Keys.arn(stack.settings().key())), "kms:Decrypt",
                "kms:GenerateDataKey"));
    }
}
