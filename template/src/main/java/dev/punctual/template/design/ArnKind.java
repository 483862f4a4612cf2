package dev.punctual.template.design;

import java.util.regex.Pattern;

/** The kinds of resource that exist already, and are given by their ARN. */
enum ArnKind {

    STREAM("a Kinesis stream", "arn:[^:]+:kinesis:[^:]+:\\d{12}:stream/[A-Za-z0-9_.-]{1,128}",
            "arn:aws:kinesis:us-east-1:123456789012:stream/orders"),
    QUEUE("an SQS queue", "arn:[^:]+:sqs:[^:]+:\\d{12}:[A-Za-z0-9_-]{1,80}", "arn:aws:sqs:us-east-1:123456789012:orders"),
    KEY("a KMS key", "arn:[^:]+:kms:[^:]+:\\d{12}:key/[A-Za-z0-9-]+",
            "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab");

    private final String described;
    private final Pattern pattern;
    private final String example;

    ArnKind(String described, String pattern, String example) {
        this.described = described;
        this.pattern = Pattern.compile(pattern);
        this.example = example;
    }

    boolean matches(String arn) {
        return pattern.matcher(arn).matches();
    }

    String described() {
        return described;
    }

    String example() {
        return example;
    }
}
