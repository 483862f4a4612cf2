package dev.punctual.runtime.metrics.emf;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.punctual.runtime.metrics.MicrometerListener;
import dev.punctual.runtime.priming.Primable;
import dev.punctual.spi.InvocationListener;

/** Writes what was measured in an invocation before it is answered; safe for use by several threads. */
final class EmfFlush implements InvocationListener, Primable {

    private final EmfRegistry registry;
    private final EmfLine line;
    private final InstantSource clock;
    private final Consumer<byte[]> out;
    private volatile Map<String, String> properties = Map.of();

    /**
     * @param out takes each line, its end included
     */
    EmfFlush(EmfRegistry registry, EmfLine line, InstantSource clock, Consumer<byte[]> out) {
        this.registry = registry;
        this.line = line;
        this.clock = clock;
        this.out = out;
    }

    /** Has a registry of its own, so that what the application's meters say stays as it is. */
    @Override
    public Twin twin() {
        EmfRegistry own = registry.twin();
        MicrometerListener measures = new MicrometerListener(own);
        return new Twin(List.of(measures), List.of(measures, new EmfFlush(own, line, clock, written -> {
        })));
    }

    @Override
    public void began(String function, String requestId, Instant end) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("function", function);
        told.put("requestId", requestId);
        properties = told;
    }

    @Override
    public void answering(Instant end) {
        Instant now = clock.instant();
        for (EmfDocuments.Document document : EmfDocuments.of(registry.take())) {
            out.accept(line.write(document, now, properties));
        }
    }
}
