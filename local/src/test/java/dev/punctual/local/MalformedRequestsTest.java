package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestsTest {

    private static LocalEndpoints endpoints;

    @BeforeAll
    static void start() {
        endpoints = LocalEndpoints.start();
        endpoints.streams().createStream("orders", 1);
        endpoints.queues().createQueue("retries", Map.of());
    }

    @AfterAll
    static void stop() {
        endpoints.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "[]", "null", "7", "\"text\"", "{} {}", "{\"StreamName\":7}", "{\"StreamName\":[\"orders\"]}",
            "{\"StreamName\":\"orders\",\"PartitionKey\":\"k\",\"Data\":\"no base64!\"}",
            "{\"StreamName\":\"orders\",\"PartitionKey\":\"k\",\"Data\":{}}", "<xml/>", "\u0000" })
    void refusesJsonOfTheWrongShapeAsASerializationException(String body) throws Exception {
        HttpResponse<String> response = Clients.post(endpoints.kinesisUri(), Clients.KINESIS + "PutRecord", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"__type\":\"SerializationException\"");
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() throws Exception {
        String body = "{\"StreamName\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        HttpResponse<String> response = Clients.post(endpoints.kinesisUri(), Clients.KINESIS + "PutRecord", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("SerializationException");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0x00, 0x5f, 0x7f, 0x9f, 0xa1, 0xbf, 0xff })
    void refusesBrokenCborAsASerializationException(int start) throws Exception {
        byte[] body = { (byte) start, 0x1c, (byte) 0xff };

        HttpResponse<String> response = Clients.post(endpoints.kinesisUri(), Clients.KINESIS + "PutRecord",
                "application/x-amz-cbor-1.1", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-amz-cbor-1.1");
        assertThat(response.body()).contains("SerializationException");
    }

    @Test
    void refusesCborThatPromisesMoreBytesThanItHas() throws Exception {
        byte[] body = { (byte) 0xa1, 0x64, 'D', 'a', 't', 'a', 0x5a, 0x7f, -1, -1, -1, 0 };

        HttpResponse<String> response = Clients.post(endpoints.kinesisUri(), Clients.KINESIS + "PutRecord",
                "application/x-amz-cbor-1.1", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("SerializationException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Kinesis_20131202.PutRecord   | {}                                                             | InvalidArgumentException|ValidationException",
            "Kinesis_20131202.PutRecords  | {'StreamName':'orders','Records':[null]}                       | ValidationException|",
            "Kinesis_20131202.PutRecords  | {'StreamName':'orders'}                                        | ValidationException|",
            "Kinesis_20131202.GetRecords  | {'ShardIterator':'?','Limit':5}                                | InvalidArgumentException|",
            "Kinesis_20131202.GetRecords  | {'ShardIterator':'?','Limit':0}                                | ValidationException|InvalidArgumentException",
            "Kinesis_20131202.ListShards  | {'NextToken':'???'}                                            | InvalidArgumentException|",
            "Kinesis_20131202.DescribeStream | {'StreamARN':'arn:aws:s3:::bucket'}                         | InvalidArgumentException|",
            "Kinesis_20131202.DescribeStream | {'StreamName':'a','StreamARN':'arn:aws:kinesis:us-east-1:000000000000:stream/b'} | InvalidArgumentException|",
            "Kinesis_20131202.SplitShard | {'StreamName':'orders','ShardToSplit':'shardId-000000000000','NewStartingHashKey':'x'} | InvalidArgumentException|",
            "Kinesis_20131202.PutRecord | {'StreamName':'orders','PartitionKey':'k','Data':'','ExplicitHashKey':'-1'} | InvalidArgumentException|",
            "Kinesis_20131202.GetShardIterator | {'StreamName':'orders','ShardId':'shardId-000000000000','ShardIteratorType':'AT_SEQUENCE_NUMBER','StartingSequenceNumber':'x'} | InvalidArgumentException|",
            "Kinesis_20131202.GetShardIterator | {'StreamName':'orders','ShardId':'x','ShardIteratorType':'SOMEWHERE'} | ValidationException|",
            "Kinesis_20131202.CreateStream | {'StreamName':'b','ShardCount':1,'StreamModeDetails':{'StreamMode':'ON_DEMAND'}} | ValidationException|",
            "AmazonSQS.GetQueueAttributes | {'QueueUrl':'/000000000000/retries','AttributeNames':[null,'None']} | InvalidAttributeName|",
            "AmazonSQS.SetQueueAttributes | {'QueueUrl':'/000000000000/retries','Attributes':{'RedrivePolicy':'{'}} | InvalidAttributeValue|",
            "AmazonSQS.SendMessage | {'QueueUrl':'/000000000000/retries','MessageBody':'b','MessageAttributes':{'a':{'StringValue':'x'}}} | InvalidParameterValueException|",
            "AmazonSQS.SendMessage | {'QueueUrl':'/000000000000/retries','MessageBody':'b','MessageAttributes':{'a':{'DataType':'Binary','StringValue':'x'}}} | InvalidParameterValueException|",
            "AmazonSQS.SendMessage | {'QueueUrl':'/000000000000/retries','MessageBody':'b','MessageSystemAttributes':{'AWSTraceHeader':{'DataType':'String','StringValue':'x'}}} | UnsupportedOperation|",
            "AmazonSQS.ListQueues | {'NextToken':'%%%'} | InvalidParameterValueException|",
            "AmazonSQS.SendMessage        | {'MessageBody':'b'}                                            | MissingRequiredParameterException|",
            "AmazonSQS.SendMessage        | {'QueueUrl':'orders','MessageBody':'b'}                        | InvalidAddress|",
            "AmazonSQS.SendMessageBatch   | {'QueueUrl':'/000000000000/q','Entries':[null]}                | MissingRequiredParameterException|",
            "AmazonSQS.CreateQueue        | {'QueueName':'q','Attributes':{'DelaySeconds':'x'}}            | InvalidAttributeValue|",
            "AmazonSQS.ReceiveMessage     | {'QueueUrl':'http://127.0.0.1/000000000000/q'}                 | QueueDoesNotExist|" })
    void refusesWhatIsMissingOrOutOfRangeWithAnErrorOfAws(String target, String json, String type, String or) throws Exception {
        HttpResponse<String> response = Clients.post(endpoints.kinesisUri(), target, json.replace('\'', '"'));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).containsAnyOf(type + "\"", (or == null ? type : or) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Kinesis_20131202.StartStreamEncryption", "AmazonSQS.StartMessageMoveTask",
            "DynamoDB_20120810.Query", "Kinesis_20131202.", "nothing" })
    void namesAnOperationItDoesNotKnow(String target) throws Exception {
        HttpResponse<String> response = Clients.post(endpoints.kinesisUri(), target, "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("UnknownOperationException").contains(target);
    }

    @Test
    void refusesARequestThatIsNoPostOrNamesNoOperation() throws Exception {
        HttpResponse<String> get = Clients.send(HttpRequest.newBuilder(endpoints.sqsUri()).GET()
                .header("Content-Type", "application/x-amz-json-1.0").build());
        HttpResponse<String> put = Clients.send(HttpRequest.newBuilder(endpoints.sqsUri())
                .header("Content-Type", "application/x-amz-json-1.0").header("X-Amz-Target", "AmazonSQS.ListQueues")
                .PUT(HttpRequest.BodyPublishers.ofString("{}")).build());

        assertThat(get.statusCode()).isEqualTo(400);
        assertThat(get.body()).contains("UnknownOperationException").contains("X-Amz-Target");
        assertThat(put.statusCode()).isEqualTo(400);
        assertThat(put.body()).contains("UnknownOperationException").contains("PUT");
    }

    @Test
    void namesAContentTypeItDoesNotKnow() throws Exception {
        HttpResponse<String> response = Clients.post(endpoints.sqsUri(), "AmazonSQS.ListQueues",
                "application/x-www-form-urlencoded", "Action=ListQueues".getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("SerializationException").contains("application/x-www-form-urlencoded");
    }

    @Test
    void refusesARequestAboveTwelveMebibytesAndServesTheNext() throws Exception {
        byte[] large = new byte[(12 << 20) + 1];

        HttpResponse<String> response = Clients.post(endpoints.kinesisUri(), Clients.KINESIS + "PutRecord",
                "application/x-amz-json-1.1", large);
        HttpResponse<String> next = Clients.post(endpoints.kinesisUri(), Clients.KINESIS + "ListStreams", "{}");

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("RequestEntityTooLargeException").contains("12582912");
        assertThat(next.body()).contains("orders");
    }

    @Test
    void tellsSqsErrorsInTheHeaderOfTheOlderProtocolToo() throws Exception {
        HttpResponse<String> response = Clients.post(endpoints.sqsUri(), Clients.SQS + "GetQueueUrl",
                "{\"QueueName\":\"none\"}");

        assertThat(response.headers().firstValue("x-amzn-query-error"))
                .contains("AWS.SimpleQueueService.NonExistentQueue;Sender");
        assertThat(response.body()).contains("\"com.amazonaws.sqs#QueueDoesNotExist\"");
    }
}
