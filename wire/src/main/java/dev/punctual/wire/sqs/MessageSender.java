package dev.punctual.wire.sqs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.punctual.spi.SendResult;
import dev.punctual.wire.payload.PayloadException;
import dev.punctual.wire.payload.Payloads;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * Sends messages in batches as SQS takes them; safe for use by several threads.
 *
 * <p>
 * {@code SendMessageBatch} answers 200 although messages in it may have failed: those are sent again, up to three times
 * in all, unless SQS blames the sender. The SDK itself repeats requests that fail as a whole.
 */
public final class MessageSender {

    /** The most bytes of a message, and of all messages of a batch together: 1 MiB. */
    public static final int MAXIMUM_BYTES = Payloads.MAXIMUM_MESSAGE;

    private static final int MAXIMUM_MESSAGES = 10;
    private static final int ROUNDS = 3;
    /** The attribute of a message that names its business transaction. */
    static final String CORRELATION_ID = "correlationid";
    private static final String TEXT = "String";
    private static final int LONGEST_ID = 1_024;
    private static final SendResult NO_ANSWER = new SendResult.NotSent("SQS did not say what became of it");

    /**
     * A message to be sent.
     *
     * @param body text that SQS takes
     * @param delay whole seconds from 0 to 900
     * @param correlationId told as the attribute {@value #CORRELATION_ID}, for those who look into the queue; not told where it
     *        is empty or no text that an attribute takes
     */
    public record Message(String body, Duration delay, String correlationId) {

        private boolean tellsCorrelation() {
            return !correlationId.isEmpty() && correlationId.length() <= LONGEST_ID
                    && correlationId.codePoints().allMatch(MessageSender::isLegal);
        }

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Message[" + body.length() + " characters, delay " + delay + "]";
        }
    }

    /** A message that is yet to be written. */
    @FunctionalInterface
    public interface Draft {
        /**
         * Writes it.
         *
         * @throws PayloadException if it cannot be written: it is not sent then
         */
        Message write() throws PayloadException;
    }

    /** A message on its way, and what has become of it. */
    private static final class Outgoing {
        private final Message message;
        private final int bytes;
        private SendResult result = NO_ANSWER;
        private boolean again;

        private Outgoing(Message message) {
            this.message = message;
            this.bytes = bytes(message.body()) + (message.tellsCorrelation()
                    ? CORRELATION_ID.length() + TEXT.length() + bytes(message.correlationId())
                    : 0);
        }

        private SendMessageBatchRequestEntry entry(int number) {
            SendMessageBatchRequestEntry.Builder entry = SendMessageBatchRequestEntry.builder().id(String.valueOf(number))
                    .messageBody(message.body()).delaySeconds((int) message.delay().toSeconds());
            if (message.tellsCorrelation()) {
                entry.messageAttributes(Map.of(CORRELATION_ID,
                        MessageAttributeValue.builder().dataType(TEXT).stringValue(message.correlationId()).build()));
            }
            return entry.build();
        }

        private static int bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private final Supplier<SqsClient> client;
    private final QueueUrls urls;

    /**
     * @param client called on first need
     */
    public MessageSender(Supplier<SqsClient> client, QueueUrls urls) {
        this.client = client;
        this.urls = urls;
    }

    /** Writes and sends messages to one queue; the results are in their order. */
    public List<SendResult> sendDrafts(QueueAddress queue, List<? extends Draft> drafts) {
        SendResult[] results = new SendResult[drafts.size()];
        List<Message> written = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            try {
                written.add(drafts.get(i).write());
            } catch (PayloadException e) {
                results[i] = new SendResult.NotSent(String.valueOf(e.getMessage()));
            }
        }
        Iterator<SendResult> sent = send(queue, written).iterator();
        Arrays.setAll(results, i -> results[i] == null ? sent.next() : results[i]);
        return List.of(results);
    }

    /** Sends messages to one queue; the results are in their order. */
    public List<SendResult> send(QueueAddress queue, List<Message> messages) {
        List<Outgoing> all = messages.stream().map(Outgoing::new).toList();
        List<Outgoing> left = new ArrayList<>();
        for (Outgoing outgoing : all) {
            if (outgoing.bytes <= MAXIMUM_BYTES) {
                left.add(outgoing);
            } else {
                outgoing.result = new SendResult.NotSent("it has " + outgoing.bytes + " bytes as a message, the queue "
                        + queue.name() + " takes " + MAXIMUM_BYTES + ", and no bucket is there for the rest");
            }
        }
        for (int round = 0; round < ROUNDS && !left.isEmpty(); round++) {
            batches(left).forEach(batch -> send(queue, batch.toArray(Outgoing[]::new)));
            left.removeIf(outgoing -> !outgoing.again);
        }
        return all.stream().map(outgoing -> outgoing.result).toList();
    }

    private static List<List<Outgoing>> batches(List<Outgoing> messages) {
        List<List<Outgoing>> batches = new ArrayList<>();
        int bytes = MAXIMUM_BYTES;
        for (Outgoing outgoing : messages) {
            boolean full = batches.isEmpty() || batches.get(batches.size() - 1).size() == MAXIMUM_MESSAGES;
            if (full || bytes + outgoing.bytes > MAXIMUM_BYTES) {
                batches.add(new ArrayList<>());
                bytes = 0;
            }
            batches.get(batches.size() - 1).add(outgoing);
            bytes += outgoing.bytes;
        }
        return batches;
    }

    private void send(QueueAddress queue, Outgoing[] batch) {
        try {
            String url = urls.of(queue);
            List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
            for (int i = 0; i < batch.length; i++) {
                entries.add(batch[i].entry(i));
            }
            read(client.get().sendMessageBatch(request -> request.queueUrl(url).entries(entries)), batch);
        } catch (SdkException e) {
            // The SDK has tried again already; its messages name the operation, never the body.
            Arrays.stream(batch).forEach(outgoing -> {
                outgoing.result = new SendResult.NotSent(e.getClass().getSimpleName() + ": " + e.getMessage());
                outgoing.again = false;
            });
        }
    }

    /** Whether SQS takes the character in messages: those that XML 1.0 knows. */
    private static boolean isLegal(int character) {
        return character >= ' ' && character <= 0xD7FF || character >= 0xE000 && character <= 0xFFFD
                || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT || character == '\t' || character == '\n'
                || character == '\r';
    }

    private static void read(SendMessageBatchResponse response, Outgoing[] batch) {
        for (Outgoing outgoing : batch) {
            outgoing.result = NO_ANSWER;
            outgoing.again = false;
        }
        response.successful().forEach(entry -> batch[Integer.parseInt(entry.id())].result = SendResult.SENT);
        for (BatchResultErrorEntry failed : response.failed()) {
            Outgoing outgoing = batch[Integer.parseInt(failed.id())];
            outgoing.result = new SendResult.NotSent("SQS refused it with " + failed.code());
            outgoing.again = !Boolean.TRUE.equals(failed.senderFault());
        }
    }
}
