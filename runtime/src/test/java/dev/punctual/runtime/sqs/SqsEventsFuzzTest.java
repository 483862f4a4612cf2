package dev.punctual.runtime.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;

class SqsEventsFuzzTest {

    private final SqsEvents sqs = new SqsEvents(new RecordsReader(new JsonFactory()));

    @FuzzTest(maxDuration = "5s")
    void readsMessagesOrRefusesTheBatch(byte[] payload) {
        try {
            assertThat(sqs.read(payload, Instant.EPOCH)).allSatisfy(message -> {
                assertThat(message.messageId()).isNotEmpty();
                assertThat(message.queue().name()).isNotEmpty();
            });
        } catch (MalformedEventException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
