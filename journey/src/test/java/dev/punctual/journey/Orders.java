package dev.punctual.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.punctual.journey.step.Step;
import dev.punctual.journey.step.StepLines;

/** The journey of an order whose restaurant was busy, and whose payment died, as functions tell it. */
public final class Orders {

    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final StepLines LINES = new StepLines();

    private Orders() {
    }

    private static Instant at(long millis) {
        return START.plus(Duration.ofMillis(millis));
    }

    private static String line(String step, long millis, String event, String type, String cause, String rest) {
        return "{\"punctual\":\"step\",\"step\":\"" + step + "\",\"at\":\"" + at(millis) + "\",\"function\":\"orders-stream\","
                + "\"requestId\":\"r-1\",\"correlationId\":\"order-7\","
                + (cause.isEmpty() ? "" : "\"causationId\":\"" + cause + "\",")
                + "\"eventId\":\"" + event + "\",\"type\":\"" + type + "\"," + rest + "}";
    }

    private static String delivery(String handler, String source, long arrival, long deadline) {
        return "\"handler\":\"" + handler + "\",\"source\":\"" + source + "\",\"arrival\":\"" + at(arrival)
                + "\",\"deadline\":\""
                + at(deadline) + "\"";
    }

    /** What functions write, out of order, with lines of others between them. */
    public static List<String> lines() {
        String placed = delivery("Kitchen.placed", "orders", 0, 10_000);
        String paid = delivery("Till.paid", "payments", 3_400, 5_400);
        return List.of("START RequestId: r-1 Version: 1",
                line("dead-letter", 5_000, "e-2", "paid", "e-1", paid + ",\"reason\":\"PERMANENT\",\"attempts\":1"),
                line("attempt", 47, "e-1", "order_placed", "",
                        placed + ",\"number\":1,\"start\":\"" + at(12)
                                + "\",\"exception\":\"org.acme.BusyException\",\"fingerprint\":\"0123456789ab\""),
                line("parked", 60, "e-1", "order_placed", "", placed + ",\"delay\":\"PT3S\",\"attempts\":1"),
                "2026-01-01T12:00:03.400Z\t" + line("attempt", 3_380, "e-1", "order_placed", "",
                        placed + ",\"number\":2,\"start\":\"" + at(3_300) + "\""),
                line("published", 3_370, "e-2", "paid", "e-1", "\"handler\":\"Kitchen.placed\",\"stream\":\"payments\""),
                "{\"level\":\"INFO\",\"message\":\"a line of somebody else\"}",
                line("attempt", 4_990, "e-2", "paid", "e-1",
                        paid + ",\"number\":1,\"start\":\"" + at(4_900) + "\",\"exception\":\"org.acme.ClosedException\""));
    }

    /** The same as steps. */
    public static List<Step> steps() {
        return lines().stream().map(LINES::read).flatMap(Optional::stream).toList();
    }

    /** The same as a journey. */
    public static Journey journey() {
        return Journey.of("order-7", steps());
    }
}
