package dev.punctual.template.alarm;

import static dev.punctual.template.Applications.handler;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.punctual.template.application.Application;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.design.Design;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.stack.Stack;

class WatchTest {

    private static final Source ORDERS = Source.stream("orders");
    private static final Source PAYMENTS = Source.stream("payments");
    private static final Source CHECKS = Source.queue("checks");

    @ParameterizedTest
    @CsvSource({
            "IteratorAge,                     AWS/Lambda,   IteratorAge,                          Maximum, 5000,   5, 2, true",
            "OrdersStreamWritesExceeded,      AWS/Kinesis,  WriteProvisionedThroughputExceeded,   Sum,     0,      5, 2, true",
            "OrdersStreamReadsExceeded,       AWS/Kinesis,  ReadProvisionedThroughputExceeded,    Sum,     0,      5, 3, false",
            "OrdersDeadLetterQueueHasLetters, AWS/SQS,      ApproximateNumberOfMessagesVisible,   Maximum, 0,      1, 1, true",
            "OrdersDeadLetterQueueAge,        AWS/SQS,      ApproximateAgeOfOldestMessage,        Maximum, 864000, 1, 1, true",
            "OrdersOnFailureQueueAge,         AWS/SQS,      ApproximateAgeOfOldestMessage,        Maximum, 180,    5, 3, true",
            "OrdersRetryQueueAge,             AWS/SQS,      ApproximateAgeOfOldestMessage,        Maximum, 5,      5, 2, true",
            "StreamFunctionErrors,            AWS/Lambda,   Errors,                               Sum,     0,      5, 2, true",
            "RetryFunctionThrottles,          AWS/Lambda,   Throttles,                            Sum,     0,      5, 3, true",
            "DeadLetterFunctionErrors,        AWS/Lambda,   Errors,                               Sum,     0,      5, 2, false",
            "StreamFunctionDuration,          AWS/Lambda,   Duration,                             Maximum, 24000,  5, 3, false" })
    void watchesAnApplicationOfOneStream(String id, String namespace, String metric, String statistic, long threshold,
            int periods, int breaches, boolean promise) {
        Alarm alarm = alarm(Stacks.of(handler("Orders.placed", ORDERS, "", "5s")), id);

        assertThat(alarm.metric().namespace()).isEqualTo(namespace);
        assertThat(alarm.metric().name()).isEqualTo(metric);
        assertThat(alarm.statistic()).isEqualTo(statistic);
        assertThat(alarm.threshold()).isEqualTo(threshold);
        assertThat(alarm.periods()).isEqualTo(periods);
        assertThat(alarm.breaches()).isEqualTo(breaches);
        assertThat(alarm.promise()).isEqualTo(promise);
    }

    @Test
    void comparesAgesWithTheShortestBudget() {
        Stack stack = Stacks.of(handler("A.slow", ORDERS, "a", "1h"), handler("A.fast", ORDERS, "b", "3s"));

        assertThat(alarm(stack, "IteratorAge").threshold()).isEqualTo(3_000);
        assertThat(alarm(stack, "OrdersRetryQueueAge").threshold()).isEqualTo(3);
    }

    @Test
    void comparesTheAgeOfEachOfSeveralStreamsWithItsOwnBudget() {
        Stack stack = Stacks.of(handler("A.a", ORDERS, "", "5s"), handler("B.b", PAYMENTS, "", "1m"));

        assertThat(alarm(stack, "IteratorAge").threshold()).isEqualTo(5_000);
        Alarm payments = alarm(stack, "PaymentsStreamIteratorAge");
        assertThat(payments.threshold()).isEqualTo(60_000);
        assertThat(payments.metric().name()).isEqualTo("GetRecords.IteratorAgeMilliseconds");
        assertThat(payments.metric().of()).isEqualTo(Value.ref("PaymentsStream"));
    }

    @Test
    void comparesAgesWithHalfTheRecordAgeWhereNoHandlerHasABudget() {
        Stack stack = Stacks.of(Stacks.withoutBudget(ORDERS));

        Alarm age = alarm(stack, "IteratorAge");
        assertThat(age.threshold()).isEqualTo(30 * 60 * 1_000);
        assertThat(age.description()).contains("half of the mapping's maximum record age, 30m");
        assertThat(alarm(stack, "OrdersRetryQueueAge").description()).contains("the queue's visibility timeout, 3m");
    }

    @Test
    void watchesTheAgeOfAQueueThatFeedsHandlers() {
        Stack stack = Stacks.of(handler("Checks.check", CHECKS, "", "2m"));

        Alarm age = alarm(stack, "ChecksQueueAge");
        assertThat(age.threshold()).isEqualTo(120);
        assertThat(age.promise()).isTrue();
        assertThat(Watch.alarms(stack)).extracting(Alarm::id).doesNotContain("IteratorAge");
    }

    @Test
    void watchesTheLedgerWhereThereIsOne() {
        assertThat(Watch.alarms(Stacks.tenHandlers())).extracting(alarm -> alarm.metric().name())
                .contains("ReadThrottleEvents", "WriteThrottleEvents");
        assertThat(Watch.alarms(Stacks.of(handler("A.a", ORDERS, "", "5s")))).extracting(Alarm::id)
                .noneMatch(id -> id.startsWith("Ledger"));
    }

    @Test
    void watchesOnlyWritesOfStreamsThatAreOnlyPublishedTo() {
        Application application = new Application("shop", List.of(handler("Checks.check", CHECKS, "", "5s")),
                List.of(new Publication("audit", "Checks.check", "checked")), false, false, Set.of(), Timing.DEFAULT);

        List<Alarm> alarms = Watch.alarms(Design.of(application, Settings.DEFAULT).stack());

        assertThat(alarms).filteredOn(alarm -> alarm.metric().namespace().equals("AWS/Kinesis")).extracting(Alarm::id)
                .containsExactly("AuditStreamWritesExceeded");
    }

    @Test
    void saysInEachDescriptionWhatToDoFirst() {
        assertThat(Watch.alarms(Stacks.tenHandlers())).allSatisfy(alarm -> assertThat(alarm.description())
                .hasSizeBetween(80, Alarm.LONGEST_DESCRIPTION).matches("(?s).*(Look|look|See why with|Redrive it).*"));
        assertThat(alarm(Stacks.tenHandlers(), "ParcelsDeadLetterQueueHasLetters").description())
                .contains("punctual dead-letters groups --source parcels");
    }

    @Test
    void tellsOneTopicIfThereIsOne() {
        Value.Members properties = alarm(Stacks.tenHandlers(), "IteratorAge").resource().properties();

        Value topic = Value.either("HasAlarmTopic", Value.items(Value.ref("AlarmTopicArn")), Value.NONE);
        assertThat(properties.members()).containsEntry("AlarmActions", topic).containsEntry("OKActions", topic)
                .containsEntry("AlarmName", Value.sub("${ApplicationName}-IteratorAge"))
                .containsEntry("TreatMissingData", Value.text("notBreaching"));
        assertThat(Watch.parameters()).extracting(parameter -> parameter.id()).containsExactly("AlarmTopicArn");
        assertThat(Watch.conditions()).containsOnlyKeys("HasAlarmTopic");
    }

    @Test
    void refusesDescriptionsThatCloudWatchRefuses() {
        Metric metric = new Metric("AWS/Lambda", "Errors", "FunctionName", Value.text("f"));

        assertThatThrownBy(() -> Alarm.any("Errors", metric, "x".repeat(1_025)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the description of Errors has 1025 characters, and CloudWatch takes 1024");
        assertThatThrownBy(() -> Alarm.any("Errors", metric, "x").once(3, 2))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("Errors needs 3 breaches in 2 minutes");
    }

    private static Alarm alarm(Stack stack, String id) {
        return Watch.alarms(stack).stream().filter(alarm -> alarm.id().equals(id)).findFirst().orElseThrow();
    }
}
