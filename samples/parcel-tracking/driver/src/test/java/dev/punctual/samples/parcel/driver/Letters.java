package dev.punctual.samples.parcel.driver;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.ReceiveRequest;

/** The letters that the dead-letter queues hold; whoever has seen one, has it. */
final class Letters {

    private final ObjectMapper json = new ObjectMapper();
    private final QueueService queues;
    private final List<String> names;
    private final Map<String, JsonNode> seen = new LinkedHashMap<>();

    /**
     * @param ids the logical ids of dead-letter queues
     */
    Letters(ParcelCloud cloud, List<String> ids) {
        this.queues = cloud.endpoints().queues();
        this.names = ids.stream().map(cloud.deployment()::name).toList();
    }

    static Letters of(ParcelCloud cloud) {
        return new Letters(cloud, List.of("ParcelsDeadLetterQueue", "HandScansDeadLetterQueue", "PaymentsDeadLetterQueue",
                "AddressChecksDeadLetterQueue"));
    }

    /** Those of a handler and a partition key, as {@code REASON dataEncoding}; of a queue's messages, the key is empty. */
    List<String> of(String handler, String key) {
        look();
        return seen.values().stream()
                .filter(letter -> letter.path("handler").asText().equals(handler)
                        && letter.path("event").path("partitionKey").asText().equals(key))
                .map(letter -> letter.path("reason").asText() + ' ' + letter.path("event").path("dataEncoding").asText())
                .sorted().toList();
    }

    /** All so far. */
    List<JsonNode> all() {
        look();
        return List.copyOf(seen.values());
    }

    private void look() {
        for (String queue : names) {
            queues.receiveMessage(queue, ReceiveRequest.upTo(10).hiddenFor(Duration.ofHours(1)))
                    .forEach(message -> add(message.body()));
        }
    }

    private void add(String body) {
        try {
            JsonNode letter = json.readTree(body);
            seen.put(letter.path("id").asText(), letter);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a letter is no JSON", e);
        }
    }
}
