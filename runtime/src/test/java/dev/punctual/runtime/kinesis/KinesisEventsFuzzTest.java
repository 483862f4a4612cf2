package dev.punctual.runtime.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.engine.BatchItem;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;

class KinesisEventsFuzzTest {

    private final KinesisEvents kinesis = new KinesisEvents(new RecordsReader(new JsonFactory()));

    @FuzzTest(maxDuration = "5s")
    void readsQuicklyWhatItReadsSlowly(byte[] payload) {
        List<BatchItem> any;
        try {
            any = kinesis.readAnyJson(payload, Instant.EPOCH);
        } catch (MalformedEventException e) {
            assertThat(KinesisEvents.readAsWrittenByLambda(payload)).isNull();
            return;
        }
        List<BatchItem> quick = KinesisEvents.readAsWrittenByLambda(payload);
        if (quick != null) {
            assertThat(quick).usingRecursiveComparison().isEqualTo(any);
        }
    }
}
