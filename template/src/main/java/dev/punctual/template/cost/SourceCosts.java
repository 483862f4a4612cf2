package dev.punctual.template.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.application.Source;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** What it costs to put events into a stream or queue, and to take them out. */
final class SourceCosts {

    private static final int PUT_UNIT = 25 * 1_024;
    private static final int KILOBYTE = 1_024;
    private static final BigDecimal BYTES_PER_GB = BigDecimal.valueOf(1L << 30);
    private static final int DECIMALS = 9;
    private static final int REQUEST = 64 * 1_024;
    private static final int MESSAGES_PER_REQUEST = 10;

    private SourceCosts() {
    }

    static List<Cost> of(Stack stack, Source source, long events, Assumptions assumptions) {
        return source.isStream() ? stream(stack.stream(source.name()), events, assumptions)
                : queue(source, events, assumptions);
    }

    private static List<Cost> stream(Stream stream, long events, Assumptions assumptions) {
        String resource = stream.source().described();
        if (stream.settings().mode() == StreamMode.PROVISIONED) {
            long units = Numbers.ceilDiv(assumptions.eventBytes(), PUT_UNIT);
            return List.of(Cost.of(resource, "PUT payload units", events * units, Price.PUT_UNITS));
        }
        List<Cost> costs = new ArrayList<>();
        long rounded = Numbers.ceilDiv(assumptions.eventBytes(), KILOBYTE) * KILOBYTE;
        costs.add(new Cost(resource, "GB in", gigabytes(events * rounded), Price.STREAM_GB_IN));
        if (stream.consumed()) {
            costs.add(new Cost(resource, "GB out", gigabytes(events * assumptions.eventBytes()), Price.STREAM_GB_OUT));
        }
        return costs;
    }

    /** Senders send one by one; Lambda receives and deletes by the ten. */
    private static List<Cost> queue(Source source, long events, Assumptions assumptions) {
        long chunks = Numbers.ceilDiv(assumptions.eventBytes(), REQUEST);
        long batches = Numbers.ceilDiv(events, MESSAGES_PER_REQUEST);
        return List.of(Cost.of(source.described(), "requests: sent one by one", events * chunks, Price.QUEUE_REQUESTS),
                Cost.of(source.described(), "requests: received and deleted by the ten",
                        batches * Numbers.ceilDiv((long) MESSAGES_PER_REQUEST * assumptions.eventBytes(), REQUEST) + batches,
                        Price.QUEUE_REQUESTS));
    }

    private static BigDecimal gigabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(BYTES_PER_GB, DECIMALS, RoundingMode.HALF_UP);
    }
}
