package dev.punctual.runtime.kinesis;

/** Events as the Lambda developer guide documents them. */
final class KinesisSamples {

    static final String SEQUENCE_NUMBER = "49590338271490256608559692538361571095921575989136588898";

    /** Two records; the second has its fields in another order, and many that nobody knows. */
    static final String EVENT = """
            {
                "Records": [
                    {
                        "kinesis": {
                            "kinesisSchemaVersion": "1.0",
                            "partitionKey": "1",
                            "sequenceNumber": "49590338271490256608559692538361571095921575989136588898",
                            "data": "SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==",
                            "approximateArrivalTimestamp": 1545084650.987
                        },
                        "eventSource": "aws:kinesis",
                        "eventVersion": "1.0",
                        "eventID": "shardId-000000000006:49590338271490256608559692538361571095921575989136588898",
                        "eventName": "aws:kinesis:record",
                        "invokeIdentityArn": "arn:aws:iam::123456789012:role/lambda-role",
                        "awsRegion": "us-east-2",
                        "eventSourceARN": "arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream"
                    },
                    {
                        "future": {"kinesis": {"data": "bm8=", "sequenceNumber": "0"}, "eventID": "no:0"},
                        "eventSourceARN": "arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream/consumer/c:1704067200",
                        "eventID": "shardId-000000000006:49590338271490256608559692540925702759324208523137515618",
                        "kinesis": {
                            "approximateArrivalTimestamp": 1545084711.166,
                            "encryptionType": "KMS",
                            "data": "VGhpcyBpcyBvbmx5IGEgdGVzdC4=",
                            "tags": [{"data": "bm8="}, [1, 2, {"sequenceNumber": "1"}]],
                            "more": {"partitionKey": "no", "sequenceNumber": "2"},
                            "sequenceNumber": "49590338271490256608559692540925702759324208523137515618",
                            "partitionKey": "päckchen-\\uD83C\\uDF55"
                        },
                        "eventSource": "aws:kinesis"
                    }
                ],
                "window": {"start": "2020-12-09T07:04:00Z", "end": "2020-12-09T07:06:00Z"},
                "isFinalInvokeForWindow": false
            }""";

    private KinesisSamples() {
    }

    /** One record whose {@code kinesis} object has the given fields. */
    static String record(String kinesis) {
        return "{\"Records\":[{\"eventID\":\"shardId-000000000006:1\",\"eventSource\":\"aws:kinesis\",\"eventSourceARN\":"
                + "\"arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream\",\"kinesis\":" + kinesis + "}]}";
    }
}
