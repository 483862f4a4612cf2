package dev.punctual.local.sqs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Addressed;
import dev.punctual.testkit.aws.AwsException;

/** The shape of a request about one queue, given by its URL; whatever host it has, account and name count. */
interface OnQueue extends Addressed {

    Pattern URL = Pattern.compile("(?:https?://[^/]+)?/\\d{12}/([^/]+)/?");

    @Nullable
    String queueUrl();

    @Override
    default String resource() {
        Matcher url = URL.matcher(queueUrl() == null ? "" : queueUrl());
        return url.matches() ? url.group(1) : "";
    }

    /** The queue's name, or a refusal. */
    default String requiredQueue() {
        Members.required(queueUrl(), "QueueUrl");
        if (resource().isEmpty()) {
            throw new AwsException("InvalidAddress", "The address " + queueUrl()
                    + " is not valid for this endpoint; it must be like http://127.0.0.1:4566/000000000000/orders.", 400);
        }
        return resource();
    }
}
