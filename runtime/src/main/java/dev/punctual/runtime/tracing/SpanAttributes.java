package dev.punctual.runtime.tracing;

import io.opentelemetry.api.common.AttributeKey;

/**
 * What spans say, in the words of OpenTelemetry where it has them, with {@code punctual.} before ours.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/">Messaging spans</a>
 */
final class SpanAttributes {

    static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
    static final AttributeKey<String> CONVERSATION_ID = AttributeKey.stringKey("messaging.message.conversation_id");
    static final AttributeKey<Long> BATCH_COUNT = AttributeKey.longKey("messaging.batch.message_count");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");
    static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("faas.name");
    static final AttributeKey<String> REQUEST = AttributeKey.stringKey("faas.invocation_id");
    static final AttributeKey<String> TRIGGER = AttributeKey.stringKey("faas.trigger");

    static final AttributeKey<String> HANDLER = AttributeKey.stringKey("punctual.handler");
    static final AttributeKey<String> TYPE = AttributeKey.stringKey("punctual.event.type");
    static final AttributeKey<String> CAUSATION_ID = AttributeKey.stringKey("punctual.causation_id");
    static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("punctual.attempt");
    static final AttributeKey<Long> ATTEMPTS = AttributeKey.longKey("punctual.attempts");
    static final AttributeKey<String> ARRIVAL = AttributeKey.stringKey("punctual.arrival");
    static final AttributeKey<String> DEADLINE = AttributeKey.stringKey("punctual.deadline");
    static final AttributeKey<String> FINGERPRINT = AttributeKey.stringKey("punctual.fingerprint");
    static final AttributeKey<String> DELAY = AttributeKey.stringKey("punctual.delay");
    static final AttributeKey<String> REASON = AttributeKey.stringKey("punctual.reason");
    static final AttributeKey<String> WHY = AttributeKey.stringKey("punctual.why");

    /** What Kinesis is called; there is no name for it among OpenTelemetry's own. */
    static final String KINESIS = "aws.kinesis";
    /** What OpenTelemetry calls SQS. */
    static final String SQS = "aws_sqs";

    private SpanAttributes() {
    }
}
