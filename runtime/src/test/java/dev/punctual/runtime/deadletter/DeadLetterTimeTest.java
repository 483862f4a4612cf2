package dev.punctual.runtime.deadletter;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.queue;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.runtime.deadletter.DeadLetterCompleter.Subscriber;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.DeadLetterFormat;

class DeadLetterTimeTest {

    private final List<DeadLetter> kept = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-02T00:00:00Z");

    @Test
    void leavesTimeToSendTheLettersThatItsMethodsWereToldOf() {
        // given: five letters, a method that takes two seconds for each, and an invocation of eight
        List<SqsEvents.Message> messages = IntStream.range(0, 5).mapToObj(i -> new SqsEvents.Message("message-" + i,
                queue("orders-on-failure"), now, new DeadLetterFormat(new JsonFactory()).write(letter(event(utf8("x"))))))
                .toList();
        DeadLetterCompleter completer = new DeadLetterCompleter(GivenUp.completion(() -> now), GivenUp::processor,
                List.of(slow(Duration.ofSeconds(2))),
                letters -> {
                    letters.forEach(letter -> kept.add(letter.letter()));
                    return letters.stream().map(letter -> SendResult.SENT).toList();
                }, () -> now, "shop:2.0");

        // when
        List<ItemOutcome> outcomes = completer.process(messages,
                new Invocation("orders-dead-letter", "request-1", now.plusSeconds(8)));

        // then: what there was no time for stays in its queue
        assertThat(outcomes).extracting(item -> item.outcome().acknowledged()).containsExactly(true, true, true, false, false);
        assertThat(kept).hasSize(3);
    }

    private Subscriber slow(Duration takes) {
        return new Subscriber() {
            @Override
            public boolean takes(DeadLetter letter) {
                return true;
            }

            @Override
            public void tell(DeadLetter letter) {
                now = now.plus(takes);
            }
        };
    }
}
