package dev.punctual.wire.sqs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.StoredLetter;
import dev.punctual.event.EventSource;
import dev.punctual.spi.LetterStore;
import dev.punctual.spi.LetterStoreException;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.QueueMessageReader;
import dev.punctual.wire.envelope.RedriveFormat;
import dev.punctual.wire.payload.PayloadException;
import dev.punctual.wire.payload.Payloads;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A dead-letter queue in SQS, and the retry queue beside it; safe for use by several threads. */
public final class SqsLetterStore implements LetterStore {

    /**
     * The queues of a source.
     *
     * @param source the name of the stream or queue that feeds handlers
     * @param deadLetters holds its dead letters
     * @param retries takes its redriven events
     */
    public record Queues(String source, QueueAddress deadLetters, QueueAddress retries) {

        /** The queues of a source by their default names: {@code <source>-dead-letter}, {@code <source>-retry}. */
        public static Queues of(String source) {
            return new Queues(source, new QueueAddress(source + "-dead-letter", java.util.Optional.empty()),
                    new QueueAddress(source + "-retry", java.util.Optional.empty()));
        }
    }

    /** As many as SQS takes and gives in one call. */
    private static final int BATCH = 10;
    private static final int WAIT_SECONDS = 1;
    private static final SendResult NO_ANSWER = new SendResult.NotSent("SQS did not say what became of it");

    private final Supplier<SqsClient> client;
    private final Queues queues;
    private final QueueUrls urls;
    private final MessageSender sender;
    private final QueueMessageReader reader;
    private final DeadLetterFormat letters;
    private final RedriveFormat redrives;
    private final InstantSource clock;
    private final Payloads payloads;
    private final EventSource queue;

    /**
     * A store whose letters have their bytes with them.
     *
     * @param client called on first need
     * @param json makes parsers and generators
     */
    public SqsLetterStore(Supplier<SqsClient> client, Queues queues, JsonFactory json, InstantSource clock) {
        this(client, queues, json, clock, Payloads.INLINE);
    }

    /**
     * A store whose letters may have their bytes elsewhere, or encrypted.
     *
     * @param client called on first need
     * @param json makes parsers and generators
     */
    public SqsLetterStore(Supplier<SqsClient> client, Queues queues, JsonFactory json, InstantSource clock,
            Payloads payloads) {
        this.client = client;
        this.payloads = payloads;
        this.queues = queues;
        this.urls = new QueueUrls(client);
        this.sender = new MessageSender(client, urls);
        this.reader = new QueueMessageReader(json);
        this.letters = new DeadLetterFormat(json);
        this.redrives = new RedriveFormat(json);
        this.clock = clock;
        // Letters that nobody wrote as such are known by their queue's name; its ARN is not asked for.
        this.queue = new EventSource(EventSource.Kind.QUEUE, queues.deadLetters().name(), "");
    }

    @Override
    public String name() {
        return queues.deadLetters().name();
    }

    @Override
    public long approximateSize() {
        return asking("say how many letters it has", () -> {
            String url = urls.of(queues.deadLetters());
            Map<QueueAttributeName, String> told = client.get().getQueueAttributes(request -> request.queueUrl(url)
                    .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                    .attributes();
            return told.values().stream().mapToLong(Long::parseLong).sum();
        });
    }

    @Override
    public List<StoredLetter> receive(Duration hold) {
        List<Message> messages = asking("give letters", () -> {
            String url = urls.of(queues.deadLetters());
            return client.get().receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(BATCH)
                    .visibilityTimeout((int) hold.toSeconds()).waitTimeSeconds(WAIT_SECONDS)
                    .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP)).messages();
        });
        return messages.stream().map(this::stored).toList();
    }

    private <T> T asking(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            // The SDK has tried again already; its messages name the operation, never a body.
            throw new LetterStoreException("The queue " + name() + " does not " + what + ": " + SdkMessages.brief(e)
                    + ". Check its name, the region, the credentials and the endpoint", e);
        }
    }

    private StoredLetter stored(Message message) {
        Instant now = clock.instant();
        String told = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
        Instant sent = told == null ? now : Instant.ofEpochMilli(Long.parseLong(told));
        QueueMessage.Letter letter = reader.read(message.body()).asLetter(
                new QueueMessage.Facts(queue, message.messageId(), sent, message.body()), QueueMessage.Author.NOBODY, sent);
        return new StoredLetter(letter.letter(), letter.data(), letter.edit(), message.messageId(), message.receiptHandle(),
                sent, queues.source());
    }

    @Override
    public List<SendResult> release(List<StoredLetter> held) {
        return inBatches(held, batch -> {
            String url = urls.of(queues.deadLetters());
            List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                entries.add(ChangeMessageVisibilityBatchRequestEntry.builder().id(String.valueOf(i))
                        .receiptHandle(batch.get(i).receipt()).visibilityTimeout(0).build());
            }
            var response = client.get().changeMessageVisibilityBatch(request -> request.queueUrl(url).entries(entries));
            return results(batch.size(), response.successful().stream().map(it -> it.id()).toList(), response.failed());
        });
    }

    @Override
    public List<SendResult> delete(List<StoredLetter> held) {
        return inBatches(held, batch -> {
            String url = urls.of(queues.deadLetters());
            List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
            for (int i = 0; i < batch.size(); i++) {
                entries.add(DeleteMessageBatchRequestEntry.builder().id(String.valueOf(i))
                        .receiptHandle(batch.get(i).receipt()).build());
            }
            var response = client.get().deleteMessageBatch(request -> request.queueUrl(url).entries(entries));
            return results(batch.size(), response.successful().stream().map(it -> it.id()).toList(), response.failed());
        });
    }

    private static List<SendResult> inBatches(List<StoredLetter> held, Function<List<StoredLetter>, List<SendResult>> call) {
        List<SendResult> results = new ArrayList<>();
        for (int from = 0; from < held.size(); from += BATCH) {
            List<StoredLetter> batch = held.subList(from, Math.min(held.size(), from + BATCH));
            try {
                results.addAll(call.apply(batch));
            } catch (SdkException e) {
                SendResult failed = new SendResult.NotSent(e.getClass().getSimpleName() + ": " + e.getMessage());
                results.addAll(Collections.nCopies(batch.size(), failed));
            }
        }
        return results;
    }

    private static List<SendResult> results(int size, List<String> successful, List<BatchResultErrorEntry> failed) {
        SendResult[] results = new SendResult[size];
        java.util.Arrays.fill(results, NO_ANSWER);
        successful.forEach(id -> results[Integer.parseInt(id)] = SendResult.SENT);
        failed.forEach(entry -> results[Integer.parseInt(entry.id())] = new SendResult.NotSent(
                "SQS refused it with " + entry.code()));
        return List.of(results);
    }

    @Override
    public List<SendResult> add(List<StoredLetter> added, List<byte[]> data) {
        List<MessageSender.Draft> drafts = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            StoredLetter letter = added.get(i);
            byte[] bytes = data.get(i);
            drafts.add(() -> now(payloads.stow(letter.letter().event().withData(bytes), letter.data(),
                    (event, how) -> letters.write(new QueueMessage.Letter(letter.letter().withEvent(event), how,
                            letter.edit()))),
                    letter.letter().correlationId()));
        }
        return sender.sendDrafts(queues.deadLetters(), drafts);
    }

    private static MessageSender.Message now(String body, String correlationId) {
        return new MessageSender.Message(body, Duration.ZERO, correlationId);
    }

    @Override
    public List<SendResult> redrive(List<RedrivenEvent> events) {
        return sender.sendDrafts(queues.retries(), events.stream().map(this::draft).toList());
    }

    private MessageSender.Draft draft(RedrivenEvent redriven) {
        return () -> now(payloads.stow(redriven.event(), redriven.before(),
                (event, how) -> redrives.write(new QueueMessage.Redriven(redriven.withEvent(event), how))),
                redriven.correlationId());
    }

    @Override
    public byte[] data(StoredLetter letter) {
        try {
            return payloads.open(letter.letter().event(), letter.data());
        } catch (PayloadException e) {
            throw new LetterStoreException(String.valueOf(e.getMessage()), e);
        }
    }
}
