package dev.punctual.local.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.local.calls.RecordedCall;
import dev.punctual.local.lambda.TinyFunctions;
import dev.punctual.local.lambda.packaging.FunctionPackage;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.stream.PutEntry;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

class LocalDeploymentTest {

    private static final String TEMPLATE = """
            Parameters:
              Name: { Type: String, Default: orders }
              Stage: { Type: String }
            Conditions:
              Many: !Equals [!Ref Stage, production]
            Resources:
              OrdersStream:
                Type: AWS::Kinesis::Stream
                Properties: { Name: !Sub '${Name}-${Stage}', ShardCount: !If [Many, 4, 1], RetentionPeriodHours: 48 }
              RetryQueue:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Sub '${Name}-retry'
                  VisibilityTimeout: 60
                  RedrivePolicy: { deadLetterTargetArn: !GetAtt OnFailureQueue.Arn, maxReceiveCount: 5 }
              OnFailureQueue:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Sub '${Name}-on-failure'
                  RedriveAllowPolicy:
                    redrivePermission: byQueue
                    sourceQueueArns: [!Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Name}-retry']
              Bucket:
                Type: AWS::S3::Bucket
                Properties:
                  NotificationConfiguration:
                    QueueConfigurations:
                      - Event: s3:ObjectCreated:*
                        Queue: !GetAtt OnFailureQueue.Arn
                        Filter: { S3Key: { Rules: [{ Name: prefix, Value: aws/ }] } }
              Ledger:
                Type: AWS::DynamoDB::Table
                Properties: { TableName: ledger, KeySchema: [{ AttributeName: pk, KeyType: HASH }] }
              Key: { Type: AWS::KMS::Key, Properties: { } }
              Role:
                Type: AWS::IAM::Role
                Properties:
                  Policies:
                    - PolicyName: all
                      PolicyDocument:
                        Statement: [{ Sid: Park, Effect: Allow, Action: sqs:SendMessage, Resource: [!GetAtt RetryQueue.Arn] }]
              Handler:
                Type: AWS::Lambda::Function
                Properties:
                  FunctionName: !Sub '${Name}-handler'
                  Runtime: provided.al2023
                  Handler: bootstrap
                  Timeout: 10
                  Role: !GetAtt Role.Arn
                  Environment: { Variables: { RETRY_QUEUE: !Ref RetryQueue, KEY: !GetAtt Key.Arn } }
              HandlerAlias:
                Type: AWS::Lambda::Alias
                Properties: { FunctionName: !Ref Handler, FunctionVersion: 1, Name: live }
              StreamMapping:
                Type: AWS::Lambda::EventSourceMapping
                Properties:
                  EventSourceArn: !GetAtt OrdersStream.Arn
                  FunctionName: !Ref HandlerAlias
                  StartingPosition: TRIM_HORIZON
                  MaximumRetryAttempts: 2
                  DestinationConfig: { OnFailure: { Destination: !GetAtt OnFailureQueue.Arn } }
              QueueMapping:
                Type: AWS::Lambda::EventSourceMapping
                Properties: { EventSourceArn: !GetAtt RetryQueue.Arn, FunctionName: !Ref Handler }
            """;

    private final LocalEndpoints endpoints = LocalEndpoints.start();

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheProgram() throws IOException {
        Path bootstrap = folder.resolve("bootstrap");
        Files.writeString(bootstrap, "#!/bin/sh\nexec '" + String.join("' '", TinyFunctions.command("serve")) + "'\n");
        assertThat(bootstrap.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void close() {
        endpoints.close();
    }

    private LocalDeployment.Builder deployment(String template) throws IOException {
        return LocalDeployment.of(template, FunctionPackage.open(folder), endpoints);
    }

    @Test
    void makesWhatTheTemplateSays() throws IOException {
        try (LocalDeployment deployment = deployment(TEMPLATE).parameter("Stage", "production").start()) {
            assertThat(deployment.name("OrdersStream")).isEqualTo("orders-production");
            assertThat(endpoints.streams().listShards("orders-production")).hasSize(4);
            assertThat(endpoints.queues().getAttributes("orders-retry")).containsEntry("VisibilityTimeout", "60")
                    .extractingByKey("RedrivePolicy").asString().contains(deployment.arn("OnFailureQueue"));
            assertThat(endpoints.tables().items("ledger")).isEmpty();
            assertThat(deployment.rights("Handler")).containsExactly(
                    new Right("Park", Set.of("sqs:SendMessage"), Set.of(deployment.arn("RetryQueue"))));
            assertThat(TinyFunctions.answer(deployment.function("Handler"), "variable:RETRY_QUEUE"))
                    .isEqualTo(deployment.queueUrl("RetryQueue"));
            assertThat(TinyFunctions.answer(deployment.function("Handler"), "variable:KEY")).startsWith("arn:aws:kms:");
        }
    }

    @Test
    void feedsTheFunctions() throws IOException {
        try (LocalDeployment deployment = deployment(TEMPLATE).parameter("Stage", "test").start()) {
            endpoints.streams().putRecord("orders-test", PutEntry.of("key", "{}".getBytes(UTF_8)));
            endpoints.queues().sendMessage("orders-retry", SendRequest.of("{}"));

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                    deployment.function("Handler").counters().invocations()).isGreaterThanOrEqualTo(2));
        }
    }

    @Test
    void refusesATemplateThatLacksAParameter() {
        assertThatThrownBy(() -> deployment(TEMPLATE).start()).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The parameter 'Stage' has no default; give it a value");
        assertThatThrownBy(() -> deployment(TEMPLATE).parameter("Stag", "x").start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The template has no parameter 'Stag'; it has [Name, Stage]");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> deployment("Resources: { Site: { Type: AWS::EC2::Instance } }").start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The resource 'Site' is of the type AWS::EC2::Instance,"
                        + " which is not known here; leave it out of the template that runs on this machine");
        assertThatThrownBy(
                () -> deployment("Resources: { Q: { Type: AWS::SQS::Queue, Properties: { FifoQueue: true } } }").start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Q: the property FifoQueue is not known here");
        assertThatThrownBy(
                () -> deployment("Resources: { Q: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref R } } }").start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The resource 'Q': the template has no parameter or resource 'R'");
        assertThatThrownBy(
                () -> deployment("Resources: { Q: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Q } } }").start())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("refers to itself");
    }

    @Test
    void notesWhoCallsWhatByTheirAccessKeys() throws IOException {
        try (LocalDeployment deployment = deployment(TEMPLATE).parameter("Stage", "test").start()) {
            StaticCredentialsProvider caller = StaticCredentialsProvider.create(AwsBasicCredentials.create("caller", "secret"));
            try (var sqs = SqsClient.builder().endpointOverride(endpoints.sqsUri()).region(Region.US_EAST_1)
                    .credentialsProvider(caller).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
                    var s3 = S3Client.builder().endpointOverride(endpoints.s3Uri()).region(Region.US_EAST_1)
                            .forcePathStyle(true)
                            .credentialsProvider(caller).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
                    var kms = KmsClient.builder().endpointOverride(endpoints.kmsUri()).region(Region.US_EAST_1)
                            .credentialsProvider(caller).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
                    var tables = DynamoDbClient.builder().endpointOverride(endpoints.dynamoDbUri()).region(Region.US_EAST_1)
                            .credentialsProvider(caller).httpClientBuilder(UrlConnectionHttpClient.builder()).build()) {
                sqs.sendMessage(request -> request.queueUrl(deployment.queueUrl("OnFailureQueue")).messageBody("x"));
                s3.listObjectsV2(request -> request.bucket(deployment.name("Bucket")));
                kms.generateDataKey(request -> request.keyId(deployment.arn("Key")).keySpec("AES_256"));
                tables.putItem(request -> request.tableName("ledger").item(Map.of("pk", AttributeValue.fromS("1"))));
            }

            assertThat(endpoints.calls()).contains(new RecordedCall("caller", "sqs:SendMessage", "orders-on-failure"),
                    new RecordedCall("caller", "s3:ListObjectsV2", deployment.name("Bucket")),
                    new RecordedCall("caller", "kms:GenerateDataKey", deployment.arn("Key")),
                    new RecordedCall("caller", "dynamodb:PutItem", "ledger"));
        }
    }
}
