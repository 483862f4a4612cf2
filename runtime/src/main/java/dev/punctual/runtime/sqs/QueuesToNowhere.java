package dev.punctual.runtime.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** Clients of SQS that take every message, and reach nobody. */
public final class QueuesToNowhere {

    private static final String URL = "https://sqs.invalid/000000000000/nowhere";

    private QueuesToNowhere() {
    }

    /** One that is little work: it answers by itself. */
    public static SqsClient direct() {
        return new Direct();
    }

    /** The SDK's own one, which writes, signs and reads as for SQS; where a connection would begin, there is an answer. */
    public static SqsClient throughTheSdk() {
        return SqsClient.builder().region(Region.US_EAST_1).endpointOverride(URI.create("https://sqs.invalid"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
                .checksumValidationEnabled(false).httpClient(new Answers()).build();
    }

    private static final class Direct implements SqsClient {

        @Override
        public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
            return GetQueueUrlResponse.builder().queueUrl(URL).build();
        }

        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            return SendMessageBatchResponse.builder()
                    .successful(request.entries().stream()
                            .map(entry -> SendMessageBatchResultEntry.builder().id(entry.id()).build()).toList())
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }

    private static final class Answers implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {

                @Override
                public HttpExecuteResponse call() throws IOException {
                    byte[] answer = answer(request).getBytes(UTF_8);
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200)
                                    .putHeader("Content-Type", "application/x-amz-json-1.0")
                                    .putHeader("Content-Length", String.valueOf(answer.length)).build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer))).build();
                }

                @Override
                public void abort() {
                    // There is nothing under way.
                }
            };
        }

        private static String answer(HttpExecuteRequest request) throws IOException {
            if (request.httpRequest().firstMatchingHeader("X-Amz-Target").filter("AmazonSQS.GetQueueUrl"::equals).isPresent()) {
                return "{\"QueueUrl\":\"" + URL + "\"}";
            }
            return IntStream.range(0, entries(request))
                    .mapToObj(id -> "{\"Id\":\"" + id + "\",\"MessageId\":\"" + id + "\",\"MD5OfMessageBody\":\"\"}")
                    .collect(Collectors.joining(",", "{\"Successful\":[", "],\"Failed\":[]}"));
        }

        /** How many messages a request has: quotes within them are escaped, so that no body looks like an entry. */
        private static int entries(HttpExecuteRequest request) throws IOException {
            if (request.contentStreamProvider().isEmpty()) {
                return 0;
            }
            try (InputStream content = request.contentStreamProvider().get().newStream()) {
                return new String(content.readAllBytes(), UTF_8).split("\"Id\":", -1).length - 1;
            }
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
