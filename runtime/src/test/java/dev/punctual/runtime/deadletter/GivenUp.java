package dev.punctual.runtime.deadletter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.dispatch.EventRouter;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.EngineSettings;
import dev.punctual.runtime.readback.ReadBack;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.DispatchListener;
import dev.punctual.wire.cloudevents.EventForms;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.testing.Samples;

/** The engine of an application without handlers, on the caller's thread: it makes letters of parked events. */
final class GivenUp {

    private GivenUp() {
    }

    /** Has bytes only that are in their messages. */
    static Completion completion(InstantSource clock) {
        JsonFactory json = new JsonFactory();
        return new Completion(json, Payloads.INLINE, new ReadBack(Optional.empty(), Optional.empty(), json), clock);
    }

    static BatchProcessor processor(DeadLetterQueue letters) {
        EngineSettings settings = new EngineSettings(1, Optional.empty(), Duration.ofMillis(100), Duration.ZERO, false,
                "shop:2.0");
        return new BatchProcessor(new EventRouter(List.of()), settings,
                new BatchProcessor.Ports(new EventForms(new JsonFactory(), "type", 1 << 20), events -> {
                    throw new AssertionError("nothing is parked");
                }, letters, DispatchListener.NONE),
                new BatchProcessor.Surroundings(InstantSource.fixed(Samples.NOW.truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                        .plus(Duration.ofDays(1))), (wakeUps, atMost) -> wakeUps.drainPermits(), new Random(1),
                        Runnable::run));
    }
}
