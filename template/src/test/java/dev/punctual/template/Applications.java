package dev.punctual.template;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.Application;
import dev.punctual.template.application.Client;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.settings.Architecture;
import dev.punctual.template.settings.FunctionSettings;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.settings.Packaging;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.settings.StreamSettings;

/** Three applications that tests deploy: the smallest, the sample, and one with everything. */
public final class Applications {

    private static final Source ORDERS = Source.stream("orders");

    private Applications() {
    }

    /** One handler of one stream. */
    public static Application oneHandler() {
        return new Application("one-handler", List.of(handler("Orders.placed", ORDERS, "order_placed", "5s")), List.of(), false,
                false,
                Set.of(), Timing.DEFAULT);
    }

    /** The sample: four handlers of one stream, three of which publish to it. */
    public static Application foodOrdering() {
        return new Application("food-ordering", List.of(
                handler("RestaurantNotifications.notifyRestaurant", ORDERS, "order_placed", "10s", "400ms"),
                handler("Confirmations.confirm", ORDERS, "order_accepted", "10s"),
                handler("PickUps.pickUp", ORDERS, "order_confirmed", "10s"),
                handler("PickUps.complete", ORDERS, "order_picked_up", "10s")),
                List.of(new Publication("orders", "Confirmations.confirm", "order_confirmed"),
                        new Publication("orders", "PickUps.pickUp", "order_picked_up"), new Publication("orders", "", "")),
                true, false, EnumSet.of(Client.KINESIS), Timing.DEFAULT);
    }

    /** The sample's settings. */
    public static Settings foodOrderingSettings() {
        FunctionSettings function = new FunctionSettings(1_024, Duration.ofSeconds(15), Optional.empty(), Optional.empty());
        Settings standard = Settings.DEFAULT;
        return new Settings(standard.packaging(), standard.architecture(),
                Map.of(FunctionRole.STREAM, function, FunctionRole.RETRY, function, FunctionRole.DEAD_LETTER, function),
                Map.of("orders", stream(2, false)), Map.of(), standard.key(), false, 30, 0);
    }

    /** Ten handlers on three streams and a queue, with ledger, bucket and key. */
    public static Application tenHandlers() {
        Source parcels = Source.stream("parcels");
        Source scans = Source.stream("hand-scans");
        Source payments = Source.stream("payments");
        Source checks = Source.queue("address-checks");
        OrderRule perKey = new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT);
        OrderRule superseding = new OrderRule(Ordering.UNORDERED, true, AfterDeadLetter.RELEASE);
        return new Application("parcel-tracking", List.of(
                handler("Registrations.register", parcels, "registered", "30s"),
                idempotent("Journeys.pickUp", parcels, "picked_up", "20s", perKey),
                idempotent("Journeys.sort", parcels, "sorted", "20s", perKey),
                idempotent("Positions.track", parcels, "moved", "10s", superseding),
                handler("Doorbells.ring", parcels, "delivered", "15s"),
                handler("Scans.read", scans, "", "30s"),
                idempotent("Payments.book", payments, "paid", "60s", OrderRule.ANY),
                idempotent("Payments.refund", payments, "refunded", "1h", OrderRule.ANY),
                new Handler("Archive.keep", "com.acme.Archive#keep", payments, "", Optional.empty(), OrderRule.ANY, false),
                handler("Addresses.check", checks, "", "2m")),
                List.of(new Publication("parcels", "Scans.read", "moved")), true, true,
                EnumSet.allOf(Client.class), Timing.DEFAULT);
    }

    /** Settings with everything: native, a key, a VPC, an existing stream, discarded batches in the bucket. */
    public static Settings tenHandlersSettings() {
        Settings standard = Settings.DEFAULT;
        StreamSettings existing = new StreamSettings(Optional.of("arn:aws:kinesis:us-east-1:123456789012:stream/payments"),
                StreamMode.PROVISIONED, 4, Duration.ofDays(7), Optional.empty(), Optional.empty(), 1, 10, Optional.empty(),
                false);
        FunctionSettings reserved = new FunctionSettings(512, Duration.ofSeconds(30), Optional.of(50), Optional.empty());
        return new Settings(new Packaging.NativeZip(), Architecture.ARM64, Map.of(FunctionRole.STREAM, reserved),
                Map.of("hand-scans", stream(3, true), "payments", existing), standard.queues(), new KeySetting.Created(), true,
                90, 0);
    }

    /** A handler of {@code com.acme}. */
    public static Handler handler(String id, Source source, String type, String budget) {
        return handler(id, source, type, budget, "200ms");
    }

    private static Handler handler(String id, Source source, String type, String budget, String backoff) {
        return new Handler(id, method(id), source, type, Optional.of(policy(budget, backoff)), OrderRule.ANY, false);
    }

    private static Handler idempotent(String id, Source source, String type, String budget, OrderRule order) {
        return new Handler(id, method(id), source, type, Optional.of(policy(budget, "200ms")), order, true);
    }

    private static String method(String id) {
        return "com.acme." + id.replace('.', '#');
    }

    private static RetryPolicy policy(String budget, String backoff) {
        return new RetryPolicy(new TimeBudget(Durations.parse(budget)), Integer.MAX_VALUE,
                new Backoff(Durations.parse(backoff), Duration.ofSeconds(10)), List.of());
    }

    private static StreamSettings stream(int shards, boolean onFailureBucket) {
        return new StreamSettings(Optional.empty(), StreamMode.PROVISIONED, shards, Duration.ofHours(24), Optional.empty(),
                Optional.empty(), 1, 10, Optional.empty(), onFailureBucket);
    }
}
