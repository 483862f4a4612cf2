package dev.punctual.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Clients of the local endpoints that do not retry, so that tests see each refusal. */
final class Clients {

    static final String KINESIS = "Kinesis_20131202.";
    static final String SQS = "AmazonSQS.";

    private static final StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider
            .create(AwsBasicCredentials.create("test", "test"));
    private static final HttpClient RAW = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Clients() {
    }

    static KinesisClient kinesis(LocalEndpoints endpoints, ExecutionInterceptor... interceptors) {
        return KinesisClient.builder().endpointOverride(endpoints.kinesisUri()).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> {
                    config.retryStrategy(AwsRetryStrategy.doNotRetry());
                    for (ExecutionInterceptor interceptor : interceptors) {
                        config.addExecutionInterceptor(interceptor);
                    }
                }).build();
    }

    static SqsClient sqs(LocalEndpoints endpoints) {
        return SqsClient.builder().endpointOverride(endpoints.sqsUri()).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry())).build();
    }

    static DynamoDbClient dynamoDb(LocalEndpoints endpoints) {
        return DynamoDbClient.builder().endpointOverride(endpoints.dynamoDbUri()).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry())).build();
    }

    static S3Client s3(LocalEndpoints endpoints) {
        return S3Client.builder().endpointOverride(endpoints.s3Uri()).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry())).build();
    }

    static KmsClient kms(LocalEndpoints endpoints) {
        return KmsClient.builder().endpointOverride(endpoints.kmsUri()).region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS).httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry())).build();
    }

    /** Posts bytes as they stand. */
    static HttpResponse<String> post(URI uri, String target, String contentType, byte[] body) throws Exception {
        return RAW.send(HttpRequest.newBuilder(uri).header("X-Amz-Target", target).header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Posts JSON as it stands. */
    static HttpResponse<String> post(URI uri, String target, String json) throws Exception {
        return post(uri, target, "application/x-amz-json-1.1", json.getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse<String> send(HttpRequest request) throws Exception {
        return RAW.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
