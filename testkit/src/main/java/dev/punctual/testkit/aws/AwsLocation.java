package dev.punctual.testkit.aws;

import java.util.regex.Pattern;

/**
 * The account and region a model pretends to be in; it names its resources.
 *
 * @param account twelve digits
 * @param region such as {@code eu-central-1}
 */
public record AwsLocation(String account, String region) {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,32}");

    /** The account and region that emulators commonly use. */
    public static final AwsLocation DEFAULT = new AwsLocation("000000000000", "us-east-1");

    public AwsLocation {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("AwsLocation: account must be twelve digits, was '" + account + "'");
        }
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("AwsLocation: region must be like us-east-1, was '" + region + "'");
        }
    }

    /** The ARN of a Kinesis stream of this name. */
    public String streamArn(String name) {
        return "arn:aws:kinesis:" + region + ":" + account + ":stream/" + name;
    }

    /** The ARN of an SQS queue of this name. */
    public String queueArn(String name) {
        return "arn:aws:sqs:" + region + ":" + account + ":" + name;
    }

    /** The ARN of a Lambda function of this name. */
    public String functionArn(String name) {
        return "arn:aws:lambda:" + region + ":" + account + ":function:" + name;
    }

    /** The ARN of an IAM role of this name. */
    public String roleArn(String name) {
        return "arn:aws:iam::" + account + ":role/" + name;
    }
}
