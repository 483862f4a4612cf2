package dev.punctual.template.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.template.Applications;
import dev.punctual.template.application.Application;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.FunctionSettings;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.settings.QueueSettings;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.settings.StreamSettings;

/** What AWS would refuse, and what cannot be, is found before anything is deployed. */
class DesignTest {

    private static final String STREAM = "quarkus.punctual.template.stream.\"orders\".";
    private static final String QUEUE = "quarkus.punctual.template.queue.\"orders\".";

    private static Settings settings(Function<Settings, Settings> change) {
        return change.apply(Settings.DEFAULT);
    }

    private static Settings function(int memory, Duration timeout) {
        return settings(all -> new Settings(all.packaging(), all.architecture(),
                Map.of(FunctionRole.RETRY, new FunctionSettings(memory, timeout, Optional.of(1), Optional.empty())),
                all.streams(), all.queues(), all.key(), false, 30, 0));
    }

    private static Settings stream(String name, Optional<String> arn, StreamMode mode, int shards, Duration retention,
            int batch, Duration window, int parallel, int retries, Duration age) {
        return settings(all -> new Settings(all.packaging(), all.architecture(), all.functions(),
                Map.of(name, new StreamSettings(arn, mode, shards, retention, Optional.of(batch), Optional.of(window), parallel,
                        retries, Optional.of(age), false)),
                all.queues(), all.key(), false, 30, 0));
    }

    private static Settings stream(int shards, Duration retention, int batch, Duration window, int parallel, int retries,
            Duration age) {
        return stream("orders", Optional.empty(), StreamMode.PROVISIONED, shards, retention, batch, window, parallel, retries,
                age);
    }

    private static Settings queue(Optional<String> arn, Duration visibility, int receives, int batch, int concurrency) {
        return settings(all -> new Settings(all.packaging(), all.architecture(), all.functions(), all.streams(),
                Map.of("orders", new QueueSettings(arn, Optional.of(visibility), receives, batch, Optional.of(concurrency))),
                all.key(), false, 30, 0));
    }

    private static Settings rest(KeySetting key, int logRetention, int crashes) {
        return settings(
                all -> new Settings(all.packaging(), all.architecture(), all.functions(), all.streams(), all.queues(), key,
                        false, logRetention, crashes));
    }

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    static Stream<Arguments> outOfRange() {
        String retry = "quarkus.punctual.template.function.\"retry\".";
        return Stream.of(
                Arguments.of(function(127, SECOND), retry + "memory: 127 MB is out of range; set 128 to 10,240 MB"),
                Arguments.of(function(10_241, SECOND), retry + "memory: 10241 MB is out of range"),
                Arguments.of(function(512, Duration.ofSeconds(901)), retry + "timeout: 15m1s is out of range; set 1s to 15m"),
                Arguments.of(function(512, Duration.ofMillis(1_500)), retry + "timeout: 1.5s is not in whole seconds; set 2s"),
                Arguments.of(stream(0, DAY, 1, SECOND, 1, 0, HOUR), STREAM + "shards: 0 is out of range"),
                Arguments.of(stream(1, Duration.ofHours(23), 1, SECOND, 1, 0, HOUR),
                        STREAM + "retention: 23 h is out of range"),
                Arguments.of(stream(1, Duration.ofMinutes(1_441), 1, SECOND, 1, 0, HOUR),
                        STREAM + "retention: PT24H1M is not in whole hours; set 25h"),
                Arguments.of(stream(1, DAY, 10_001, SECOND, 1, 0, HOUR), STREAM + "batch-size: 10001 is out of range"),
                Arguments.of(stream(1, DAY, 1, Duration.ofSeconds(301), 1, 0, HOUR),
                        STREAM + "batching-window: 5m1s is out of range"),
                Arguments.of(stream(1, DAY, 1, SECOND, 11, 0, HOUR), STREAM + "parallelization-factor: 11 is out of range"),
                Arguments.of(stream(1, DAY, 1, SECOND, 1, -1, HOUR), STREAM + "maximum-retry-attempts: -1 is out of range"),
                Arguments.of(stream(1, DAY, 1, SECOND, 1, 0, Duration.ofSeconds(59)),
                        STREAM + "maximum-record-age: 59s is out of range; set 1m to 168h"),
                Arguments.of(
                        stream("orders", Optional.of("arn:aws:sqs:us-east-1:123456789012:orders"), StreamMode.PROVISIONED, 1,
                                DAY, 1, SECOND, 1, 0, HOUR),
                        STREAM + "arn: 'arn:aws:sqs:us-east-1:123456789012:orders' is not the ARN of a Kinesis stream"
                                + " for com.acme.Orders#placed; give one such as arn:aws:kinesis:us-east-1:123456789012:stream/orders"),
                Arguments.of(stream("order", Optional.empty(), StreamMode.PROVISIONED, 1, DAY, 1, SECOND, 1, 0, HOUR),
                        "quarkus.punctual.template.stream.\"order\": no handler names it; name one of [orders], or remove it"),
                Arguments.of(queue(Optional.empty(), Duration.ofHours(13), 5, 10, 2),
                        QUEUE + "visibility-timeout: 13h is out of range"),
                Arguments.of(queue(Optional.empty(), HOUR, 4, 10, 2),
                        QUEUE + "max-receive-count: 4 is out of range; set 5 to 1,000"),
                Arguments.of(queue(Optional.empty(), HOUR, 5, 11, 2), QUEUE + "batch-size: 11 is out of range"),
                Arguments.of(queue(Optional.empty(), HOUR, 5, 10, 1), QUEUE + "maximum-concurrency: 1 is out of range"),
                Arguments.of(queue(Optional.of("arn:aws:sqs:us-east-1:123456789012:orders"), HOUR, 5, 10, 2),
                        QUEUE + "arn: orders is a stream; set quarkus.punctual.template.stream.\"orders\".arn"),
                Arguments.of(rest(new KeySetting.Existing("alias/orders"), 30, 0),
                        "quarkus.punctual.template.kms-key: 'alias/orders' is not the ARN of a KMS key"),
                Arguments.of(rest(new KeySetting.None(), 31, 0),
                        "quarkus.punctual.template.log-retention: 31 days is no time that CloudWatch keeps logs for; set one of [1, 3,"),
                Arguments.of(rest(new KeySetting.None(), 30, -1),
                        "quarkus.punctual.template.crashes-within-budget: -1 is out of range"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("outOfRange")
    void refusesWhatIsOutOfRange(Settings settings, String message) {
        assertThat(Design.of(Applications.oneHandler(), settings).findings()).filteredOn(Finding::isError)
                .extracting(Finding::toString).singleElement().asString().startsWith(message);
    }

    private static Application of(Handler... handlers) {
        return new Application("shop", List.of(handlers), List.of(), false, false, Set.of(), Timing.DEFAULT);
    }

    private static Handler ordered(OrderRule order) {
        return new Handler("Orders.placed", "com.acme.Orders#placed", Source.stream("orders"), "", Optional.empty(), order,
                true);
    }

    private static List<String> errors(Application application, Settings settings) {
        return Design.of(application, settings).findings().stream().filter(Finding::isError).map(Finding::toString).toList();
    }

    @Test
    void refusesAStreamAndAQueueOfOneName() {
        Application application = of(Applications.handler("A.a", Source.stream("orders"), "", "5s"),
                Applications.handler("B.b", Source.queue("orders"), "", "5s"));

        assertThat(errors(application, Settings.DEFAULT))
                .contains("the queue 'orders-retry' beside the stream orders of com.acme.A#a and the queue"
                        + " 'orders-retry' beside the queue orders of com.acme.B#b: both would be the queue 'orders-retry'; rename one of the sources");
    }

    @Test
    void refusesNamesThatDifferInNothingThatATemplateCanTell() {
        Application application = of(Applications.handler("A.a", Source.stream("order-events"), "", "5s"),
                Applications.handler("B.b", Source.stream("order.events"), "", "5s"));

        assertThat(errors(application, Settings.DEFAULT)).anyMatch(error -> error
                .startsWith(
                        "stream order-events of com.acme.A#a and stream order.events of com.acme.B#b: both would be the resource OrderEventsStream of the template"));
    }

    @Test
    void refusesANameThatMakesThatOfAQueueTooLong() {
        Application application = of(Applications.handler("A.a", Source.stream("o".repeat(69)), "", "5s"));

        assertThat(errors(application, Settings.DEFAULT)).singleElement().asString()
                .contains("its name has 81 characters, and SQS takes 80");
    }

    @Test
    void refusesKeyedOrderOnDemand() {
        Settings onDemand = stream("orders", Optional.empty(), StreamMode.ON_DEMAND, 1, DAY, 1, SECOND, 1, 0, HOUR);
        OrderRule perKey = new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.RELEASE);
        OrderRule superseding = new OrderRule(Ordering.UNORDERED, true, AfterDeadLetter.RELEASE);

        assertThat(errors(of(ordered(perKey)), onDemand)).singleElement().asString().startsWith("com.acme.Orders#placed:"
                + " @Ordered(PER_KEY) needs the stream to keep the order of its keys")
                .endsWith("; set " + STREAM + "mode=provisioned");
        assertThat(errors(of(ordered(superseding)), onDemand)).singleElement().asString()
                .contains("@Ordered(supersede = true)");
        assertThat(errors(of(ordered(OrderRule.ANY)), onDemand)).isEmpty();
    }

    @Test
    void refusesSeveralBatchesOfAShardAtATimeWhereTheyMustBeInOrder() {
        Settings parallel = stream(1, DAY, 1, SECOND, 2, 0, HOUR);

        assertThat(errors(of(ordered(new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.UNDECIDED))), parallel))
                .singleElement().asString().contains("2 batches of a shard would run at a time");
        assertThat(errors(of(ordered(new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT))), parallel)).isEmpty();
    }

    @Test
    void givesMappingsATwentiethOfTheShortestBudgetAndTwiceTheLongest() {
        Application application = of(Applications.handler("A.a", Source.stream("orders"), "", "50s"),
                Applications.handler("B.b", Source.stream("orders"), "", "2h"));

        var mapping = Design.of(application, Settings.DEFAULT).stack().streamMappings().get(0);

        assertThat(mapping.batchingWindow()).isEqualTo(Duration.ofSeconds(2));
        assertThat(mapping.maximumRecordAge()).isEqualTo(Duration.ofHours(4));
    }
}
