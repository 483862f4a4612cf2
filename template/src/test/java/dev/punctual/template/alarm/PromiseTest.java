package dev.punctual.template.alarm;

import static dev.punctual.template.Applications.handler;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.template.application.Source;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;

class PromiseTest {

    /** The longest that fits into the name of a function: 64 less {@code -dead-letter}. */
    private static final String LONGEST_APPLICATION = "a".repeat(52);
    private static final Pattern CHILD = Pattern.compile("ALARM\\(\"\\$\\{ApplicationName}-([A-Za-z0-9]+)\"\\)");

    @Test
    void isMadeOfTheAlarmsThatBreakThePromise() {
        List<Alarm> alarms = Watch.alarms(Stacks.of(handler("Orders.placed", Source.stream("orders"), "", "5s")));

        List<Resource> composites = Promise.of(alarms);

        assertThat(composites).hasSize(1);
        assertThat(children(composites.get(0)))
                .containsExactlyElementsOf(alarms.stream().filter(Alarm::promise).map(Alarm::id).toList())
                .isEqualTo(composites.get(0).dependsOn())
                .contains("IteratorAge", "OrdersStreamWritesExceeded", "OrdersDeadLetterQueueHasLetters")
                .doesNotContain("StreamFunctionDuration");
    }

    @Test
    void isMadeOfPartsWhereARuleHoldsNoMore() {
        List<Alarm> alarms = Watch.alarms(Stacks.streams(60));

        List<Resource> composites = Promise.of(alarms);

        Resource whole = composites.get(composites.size() - 1);
        List<Resource> parts = composites.subList(0, composites.size() - 1);
        assertThat(whole.id()).isEqualTo("RealTimePromiseBroken");
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(children(whole)).containsExactlyElementsOf(parts.stream().map(Resource::id).toList());
        assertThat(parts.stream().map(PromiseTest::children).flatMap(List::stream))
                .containsExactlyElementsOf(alarms.stream().filter(Alarm::promise).map(Alarm::id).toList());
        assertThat(parts).allSatisfy(part -> assertThat(part.properties().members()).doesNotContainKey("AlarmActions"));
        assertThat(whole.properties().members()).containsKeys("AlarmActions", "OKActions");
    }

    @Test
    void keepsToWhatCloudWatchTakes() {
        Metric metric = new Metric("AWS/Lambda", "Errors", "FunctionName", Value.text("f"));
        List<Alarm> longNames = IntStream.range(0, 250)
                .mapToObj(index -> Alarm.any("A" + "b".repeat(150) + index, metric, "d").breaksPromise()).toList();
        List<Alarm> shortNames = IntStream.range(0, 250)
                .mapToObj(index -> Alarm.any("A" + index, metric, "d").breaksPromise()).toList();

        assertThat(Promise.of(longNames)).hasSizeGreaterThan(4).allSatisfy(PromiseTest::isTaken);
        assertThat(Promise.of(shortNames)).hasSize(4).allSatisfy(PromiseTest::isTaken);
    }

    @Test
    void fitsOneRuleWithAHundredAlarms() {
        Metric metric = new Metric("AWS/Lambda", "Errors", "FunctionName", Value.text("f"));
        List<Alarm> alarms = IntStream.range(0, 100)
                .mapToObj(index -> Alarm.any("A" + index, metric, "d").breaksPromise()).toList();

        assertThat(Promise.of(alarms)).hasSize(1).allSatisfy(PromiseTest::isTaken);
    }

    private static void isTaken(Resource composite) {
        assertThat(rule(composite).replace("${ApplicationName}", LONGEST_APPLICATION)).hasSizeLessThanOrEqualTo(10_240);
        assertThat(children(composite)).isNotEmpty().hasSizeLessThanOrEqualTo(100);
    }

    private static List<String> children(Resource composite) {
        List<String> children = new ArrayList<>();
        Matcher child = CHILD.matcher(rule(composite));
        while (child.find()) {
            children.add(child.group(1));
        }
        return children;
    }

    private static String rule(Resource composite) {
        Value.Members sub = (Value.Members) composite.properties().members().get("AlarmRule");
        return ((Value.Text) sub.members().get("Fn::Sub")).text();
    }
}
