package dev.punctual.devui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.event.Envelope;
import dev.punctual.runtime.handler.HandlerRegistry;

class DeadLettersPageTest {

    private static final LetterGroup.Key CLOSED = DeadLettersPage.key(Letters.HANDLER, "ATTEMPTS", "0123456789ab");

    private final FakeQueues queues = new FakeQueues();
    private final DeadLettersPage page = new DeadLettersPage(queues,
            new Payloads(event -> Envelope.bare(event.data()), new HandlerRegistry(List.of(), List.of())), "Dev UI, ada");

    @Test
    void groupsByCause() {
        IntStream.rangeClosed(1, 3).mapToObj(Letters::order).forEach(queues.letters::add);

        assertThat(page.groups("orders")).containsExactly(new GroupView(Letters.HANDLER, "ATTEMPTS", "0123456789ab", 3,
                "2026-01-01T12:00:01Z", "2026-01-01T12:00:03Z", "com.acme.ClosedException", "the restaurant is closed"));
    }

    @Test
    void listsTheLatestLettersOfMany() {
        IntStream.rangeClosed(1, 250).mapToObj(Letters::order).forEach(queues.letters::add);

        LetterPage listed = page.group("orders", CLOSED);

        assertThat(listed.count()).isEqualTo(250);
        assertThat(listed.rows()).hasSize(LetterPage.LIMIT);
        assertThat(listed.rows().get(0).eventId()).isEqualTo("order-250");
        assertThat(listed.rows().get(99).eventId()).isEqualTo("order-151");
    }

    @Test
    void findsLettersByAnythingTheySay() {
        IntStream.rangeClosed(1, 3).mapToObj(Letters::order).forEach(queues.letters::add);

        assertThat(page.search("orders", " BASKET-2 ").rows()).singleElement().extracting(LetterRow::eventId)
                .isEqualTo("order-2");
        assertThat(page.search("orders", "closedexception").count()).isEqualTo(3);
        assertThat(page.search("orders", "payment").rows()).isEmpty();
    }

    @Test
    void showsOneLetterInFull() {
        byte[] payload = "{\"restaurant\":\"Zum Löwen\"}".getBytes(StandardCharsets.UTF_8);
        queues.letters.add(Letters.order(1, payload, LetterData.INLINE));

        LetterView letter = page.letter("orders", "orders/shard-1:1#Orders#onOrder").orElseThrow();

        assertThat(letter.payload().text()).contains("\"restaurant\" : \"Zum Löwen\"");
        assertThat(letter.timeline()).containsExactly(new AttemptView(1, "2026-01-01T12:00:00Z", 25, "orders-stream",
                "request-1", "com.acme.ClosedException", "the restaurant is closed"));
        assertThat(letter.facts()).contains(new LetterView.Fact("Correlation id", "basket-1"),
                new LetterView.Fact("Redriven", "1 × before; previous letter the-letter-before"))
                .extracting(LetterView.Fact::name).doesNotContain("Edited");
    }

    @Test
    void saysWhyALetterHasNoPayload() {
        queues.letters.add(Letters.order(1, new byte[0], new LetterData.Missing("The record has expired.")));

        LetterView letter = page.letter("orders", "orders/shard-1:1#Orders#onOrder").orElseThrow();

        assertThat(letter.payload()).isEqualTo(new PayloadView("missing", "", 0, "The record has expired."));
        assertThat(page.letter("orders", "another")).isEmpty();
    }

    @Test
    void redrivesAndDiscardsInTheNameOfWhoeverLooks() {
        queues.letters.add(Letters.order(1));

        Outcome redriven = page.redrive("orders", LetterFilter.ofGroup(CLOSED));
        Outcome discarded = page.discard("orders", LetterFilter.ofGroup(CLOSED), "a test");

        assertThat(queues.asked).containsExactly("redrive by Dev UI, ada, limit 3", "discard by Dev UI, ada because a test");
        assertThat(redriven).isEqualTo(new Outcome(1, 1, 1, List.of("SQS refused it"), true));
        assertThat(discarded.done()).isEqualTo(1);
    }

    @Test
    void tellsSizesAndWhatIsInTheirWay() {
        queues.letters.add(Letters.order(1));
        assertThat(page.sizes()).containsEntry("orders", new Answer<>(1L, ""));

        queues.outOfReach = true;
        assertThat(page.sizes()).containsEntry("orders",
                new Answer<>(null, "The queue orders-dead-letter does not give letters"));
    }
}
