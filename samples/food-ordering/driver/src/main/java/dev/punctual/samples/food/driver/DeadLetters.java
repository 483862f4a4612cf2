package dev.punctual.samples.food.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.operator.LetterOperator;
import dev.punctual.operator.OperatorSettings;
import dev.punctual.operator.Sleeper;
import dev.punctual.wire.envelope.LetterLines;
import dev.punctual.wire.sqs.SqsLetterStore;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Looks through the dead-letter queue as a person would: reads every letter, deletes none; used by one thread. */
final class DeadLetters {

    /** Long enough to see each letter once in a run. */
    private static final int HIDE_SECONDS = 3_600;

    private final SqsClient sqs;
    private final String queueUrl;
    private final ObjectMapper mapper = new ObjectMapper();
    private final List<JsonNode> seen = new ArrayList<>();
    private final List<String> receipts = new ArrayList<>();

    DeadLetters(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    void readInto(Accounts accounts) {
        List<Message> messages;
        do {
            messages = sqs.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10)
                    .visibilityTimeout(HIDE_SECONDS).waitTimeSeconds(0)).messages();
            for (Message message : messages) {
                receipts.add(message.receiptHandle());
                JsonNode letter = parse(message.body());
                seen.add(letter);
                JsonNode event = letter.path("event");
                accounts.died(new Accounts.Letter(letter.path("id").asText(), event.path("sourceName").asText() + '/'
                        + event.path("shardId").asText() + ':' + event.path("sequenceNumber").asText()
                        + (event.has("subSequenceNumber") ? ":" + event.path("subSequenceNumber").asText() : ""),
                        letter.path("reason").asText()));
            }
        } while (!messages.isEmpty());
    }

    /** Lets others see them again. */
    void release() {
        for (String receipt : receipts) {
            sqs.changeMessageVisibility(request -> request.queueUrl(queueUrl).receiptHandle(receipt).visibilityTimeout(0));
        }
        receipts.clear();
    }

    /** The same letters, as an operator's tools see them. */
    dev.punctual.DeadLetters operator() {
        JsonFactory json = new JsonFactory();
        InstantSource clock = InstantSource.system();
        return new LetterOperator(new SqsLetterStore(() -> sqs, SqsLetterStore.Queues.of(LocalCloud.STREAM), json, clock),
                new LetterOperator.Surroundings(entry -> {
                }, new LetterLines(json), clock, Sleeper.REAL), OperatorSettings.DEFAULT);
    }

    private JsonNode parse(String body) {
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("the dead-letter queue holds a message that is not JSON: " + body, e);
        }
    }

    /** A letter of each reason, at most as many as asked for, in words. */
    List<String> samples(int atMost) {
        List<String> reasons = seen.stream().map(letter -> letter.path("reason").asText()).distinct().limit(atMost).toList();
        return reasons.stream().map(reason -> seen.stream().filter(letter -> letter.path("reason").asText().equals(reason))
                .findFirst().orElseThrow()).map(DeadLetters::inWords).toList();
    }

    private static String inWords(JsonNode letter) {
        StringBuilder text = new StringBuilder();
        line(text, "dead letter", letter.path("id").asText());
        line(text, "why", letter.path("reason").asText() + ": " + letter.path("detail").asText());
        line(text, "event", letter.path("eventId").asText() + "  type " + orNone(letter.path("type").asText()) + "  handler "
                + orNone(letter.path("handler").asText()));
        Instant arrival = Instant.parse(letter.path("event").path("arrival").asText());
        line(text, "arrived", arrival + ", deadline " + after(arrival, letter.path("deadline").asText()) + ", given up "
                + after(arrival, letter.path("diedAt").asText()));
        for (JsonNode attempt : letter.path("attempts")) {
            line(text, "attempt " + attempt.path("number").asText(), after(arrival, attempt.path("start").asText()) + " in "
                    + attempt.path("function").asText() + ": " + attempt.path("exception").asText() + ": "
                    + attempt.path("message").asText() + " [" + attempt.path("fingerprint").asText() + "]");
        }
        line(text, "payload", letter.path("event").path("dataEncoding").asText() + ": "
                + letter.path("event").path("data").asText());
        return text.toString();
    }

    private static String after(Instant arrival, String instant) {
        return "+" + Duration.between(arrival, Instant.parse(instant)).toMillis() + " ms";
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-12s %s%n", name, value));
    }
}
