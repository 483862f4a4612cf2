package dev.punctual.template.cost;

import static dev.punctual.template.Applications.handler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.punctual.template.Applications;
import dev.punctual.template.application.Application;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.design.Design;
import dev.punctual.template.settings.Architecture;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.settings.StreamSettings;
import dev.punctual.template.stack.Stack;

class CostsTest {

    private static final Source ORDERS = Source.stream("orders");
    private static final Application ONE = Applications.oneHandler();

    @Test
    void atRestAreThoseOfShardHoursPollsAndAlarms() {
        Costs costs = costs(ONE, Settings.DEFAULT);

        assertThat(atRest(costs, Price.SHARD_HOUR)).isEqualByComparingTo("10.95");
        assertThat(atRest(costs, Price.QUEUE_REQUESTS)).isEqualByComparingTo("0.5256");
        assertThat(atRest(costs, Price.ALARM_MONTH)).isEqualByComparingTo("1.6");
        assertThat(atRest(costs, Price.COMPOSITE_MONTH)).isEqualByComparingTo("0.5");
        assertThat(atRest(costs, Price.DASHBOARD_MONTH)).isEqualByComparingTo("3");
        assertThat(atRest(costs, Price.KEY_MONTH)).isZero();
    }

    @Test
    void atRestGrowWithShardsAndRetention() {
        Costs costs = costs(ONE, streams(StreamMode.PROVISIONED, 3, Duration.ofDays(7), Optional.empty()));

        assertThat(atRest(costs, Price.SHARD_HOUR)).isEqualByComparingTo("32.85");
        assertThat(atRest(costs, Price.EXTENDED_RETENTION)).isEqualByComparingTo("43.8");
    }

    @Test
    void onDemandAreThoseOfHoursAndBytes() {
        Costs costs = costs(ONE, streams(StreamMode.ON_DEMAND, 1, Duration.ofHours(24), Optional.empty()));

        assertThat(atRest(costs, Price.STREAM_HOUR)).isEqualByComparingTo("29.2");
        assertThat(atRest(costs, Price.SHARD_HOUR)).isZero();
        assertThat(events(costs, ORDERS, Price.STREAM_GB_IN)).isBetween(new BigDecimal("0.0762"), new BigDecimal("0.0763"));
        assertThat(events(costs, ORDERS, Price.STREAM_GB_OUT)).isBetween(new BigDecimal("0.0381"), new BigDecimal("0.0382"));
        assertThat(events(costs, ORDERS, Price.PUT_UNITS)).isZero();
    }

    @Test
    void atRestLeaveOutWhatExistsAlready() {
        Costs costs = costs(ONE, streams(StreamMode.PROVISIONED, 3, Duration.ofDays(7),
                Optional.of("arn:aws:kinesis:us-east-1:123456789012:stream/orders")));

        assertThat(atRest(costs, Price.SHARD_HOUR)).isZero();
        assertThat(atRest(costs, Price.EXTENDED_RETENTION)).isZero();
    }

    @Test
    void ofAMillionEventsFollowTheirLife() {
        Costs costs = costs(ONE, Settings.DEFAULT);

        assertThat(events(costs, ORDERS, Price.PUT_UNITS)).isEqualByComparingTo("0.014");
        // 10,000 batches of 100, and 10,000 events that are retried alone.
        assertThat(events(costs, ORDERS, Price.INVOCATIONS)).isEqualByComparingTo("0.004");
        // 5,000 s and 50 s at 1 GB.
        assertThat(events(costs, ORDERS, Price.ARM_GB_SECOND)).isEqualByComparingTo("0.06733367");
        // Three requests for each of 10,000 parked events, one for each of 1,000 dead letters.
        assertThat(events(costs, ORDERS, Price.QUEUE_REQUESTS)).isEqualByComparingTo("0.0124");
    }

    @Test
    void areThoseOfTheArchitecture() {
        Settings standard = Settings.DEFAULT;
        Settings intel = new Settings(standard.packaging(), Architecture.X86_64, Map.of(), Map.of(), Map.of(), standard.key(),
                false, 30, 0);

        Costs costs = costs(ONE, intel);

        assertThat(events(costs, ORDERS, Price.X86_GB_SECOND)).isEqualByComparingTo("0.084166835");
        assertThat(events(costs, ORDERS, Price.ARM_GB_SECOND)).isZero();
    }

    @Test
    void ofDeadLettersGrowByTheFunctionThatTellsOfThem() {
        Costs told = costs(Applications.foodOrdering(), Applications.foodOrderingSettings());

        assertThat(told.events().get(ORDERS)).extracting(Cost::resource)
                .contains("dead-letter function", "queue orders-on-failure", "queue orders-dead-letter");
        assertThat(costs(ONE, Settings.DEFAULT).events().get(ORDERS)).extracting(Cost::resource)
                .doesNotContain("dead-letter function", "queue orders-on-failure");
    }

    @Test
    void ofTheLedgerAreTwoWritesForEachEventAndMoreForThoseThatWait() {
        Costs costs = costs(Applications.tenHandlers(), Applications.tenHandlersSettings());

        assertThat(events(costs, Source.stream("payments"), Price.TABLE_WRITES)).isEqualByComparingTo("1.27");
        assertThat(events(costs, Source.stream("parcels"), Price.TABLE_READS)).isEqualByComparingTo("0.125");
        assertThat(events(costs, Source.stream("payments"), Price.TABLE_READS)).isZero();
        assertThat(events(costs, Source.stream("hand-scans"), Price.TABLE_WRITES)).isZero();
    }

    @Test
    void ofAKeyAreItsMonthAndItsKeysOfData() {
        Costs made = costs(Applications.tenHandlers(), Applications.tenHandlersSettings());
        Settings standard = Settings.DEFAULT;
        Costs existing = costs(ONE, new Settings(standard.packaging(), standard.architecture(), Map.of(), Map.of(), Map.of(),
                new KeySetting.Existing("arn:aws:kms:us-east-1:123456789012:key/a"), false, 30, 0));

        assertThat(atRest(made, Price.KEY_MONTH)).isEqualByComparingTo("1");
        assertThat(atRest(existing, Price.KEY_MONTH)).isZero();
        // 34 uses of five minutes, made and read, by a stream and its three queues.
        assertThat(events(existing, ORDERS, Price.KEY_REQUESTS)).isEqualByComparingTo("0.000816");
    }

    @Test
    void ofAQueueAreThoseOfItsRequests() {
        Source checks = Source.queue("checks");
        Costs costs = costs(application(List.of(), checks), Settings.DEFAULT);

        assertThat(atRest(costs, Price.QUEUE_REQUESTS)).isEqualByComparingTo("0.7884");
        // A million sent, 100,000 received, 100,000 deleted; 30,000 for retries, 1,000 for letters.
        assertThat(events(costs, checks, Price.QUEUE_REQUESTS)).isEqualByComparingTo("0.4924");
    }

    @Test
    void ofAStreamThatIsOnlyPublishedToAreThoseOfItsRecords() {
        Costs costs = costs(application(List.of(new Publication("audit", "", "")), ORDERS), Settings.DEFAULT);

        assertThat(costs.events()).containsOnlyKeys(ORDERS, Source.stream("audit"));
        assertThat(costs.events().get(Source.stream("audit"))).extracting(Cost::price).containsExactly(Price.PUT_UNITS);
    }

    @Test
    void growWithTheSizeOfEvents() {
        Assumptions large = new Assumptions(730, 5, Duration.ofSeconds(20), 60_000, Duration.ofMillis(5), BigDecimal.ZERO,
                BigDecimal.ZERO, 0, 100, Duration.ofMinutes(5));
        Source checks = Source.queue("checks");

        Costs stream = Costs.of(stack(ONE, Settings.DEFAULT), Prices.builtIn(), large);
        Costs queue = Costs.of(stack(application(List.of(), checks), Settings.DEFAULT), Prices.builtIn(), large);

        assertThat(events(stream, ORDERS, Price.PUT_UNITS)).isEqualByComparingTo("0.042");
        // Ten of them are ten chunks of 64 KB.
        assertThat(events(queue, checks, Price.QUEUE_REQUESTS)).isEqualByComparingTo("0.84");
        assertThat(stream.events().get(ORDERS)).extracting(Cost::resource).doesNotContain("retry function");
    }

    @Test
    void arePrintedBesideWhatTheyAssume() {
        String page = costs(Applications.foodOrdering(), Applications.foodOrderingSettings()).markdown();

        assertThat(page).contains("| stream orders | hours of its 2 shards | 1,460 | 21.90 |",
                "1 % of the events wait in the retry queue once, 0.1 % become dead letters", "5 pollers of Lambda wait 20s",
                "In USD, as of 2026-08-07 in us-east-1");
    }

    @Test
    void cannotBePrintedWithoutAPrice() {
        Costs costs = Costs.of(stack(ONE, Settings.DEFAULT), new Prices("r", "USD", "2026-01-31", "s", Map.of()),
                Assumptions.DEFAULT);

        assertThatThrownBy(costs::markdown).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have no 'kinesis.shard-hour'");
    }

    private static BigDecimal atRest(Costs costs, Price price) {
        return sum(costs.atRest(), price);
    }

    private static BigDecimal events(Costs costs, Source source, Price price) {
        return sum(costs.events().getOrDefault(source, List.of()), price);
    }

    private static BigDecimal sum(List<Cost> costs, Price price) {
        return costs.stream().filter(cost -> cost.price() == price).map(cost -> cost.charge(Prices.builtIn()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Costs costs(Application application, Settings settings) {
        return Costs.of(stack(application, settings), Prices.builtIn(), Assumptions.DEFAULT);
    }

    private static Stack stack(Application application, Settings settings) {
        return Design.of(application, settings).stack();
    }

    private static Application application(List<Publication> publications, Source source) {
        return new Application("a", List.of(handler("A.a", source, "", "10s")), publications, false, false, Set.of(),
                Timing.DEFAULT);
    }

    private static Settings streams(StreamMode mode, int shards, Duration retention, Optional<String> arn) {
        Settings standard = Settings.DEFAULT;
        StreamSettings stream = new StreamSettings(arn, mode, shards, retention, Optional.empty(), Optional.empty(), 1, 10,
                Optional.empty(), false);
        return new Settings(standard.packaging(), standard.architecture(), Map.of(), Map.of("orders", stream), Map.of(),
                standard.key(), false, 30, 0);
    }
}
