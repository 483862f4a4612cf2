package dev.punctual.template.alarm;

import static dev.punctual.template.Applications.handler;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.template.application.Source;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.stack.Stack;

class DashboardTest {

    private static final Source ORDERS = Source.stream("orders");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");
    private static final int MOST_METRICS = 500;
    private static final int COLUMNS = 24;

    @Test
    void namesWhatTheStackMakes() {
        List<Value> parts = substitution(Stacks.tenHandlers());

        Map<String, Value> names = ((Value.Members) parts.get(1)).members();
        Set<String> used = new HashSet<>();
        Matcher variable = VARIABLE.matcher(((Value.Text) parts.get(0)).text());
        while (variable.find()) {
            used.add(variable.group(1));
        }
        assertThat(used).contains("AWS::Region").containsAll(names.keySet()).hasSize(names.size() + 1);
        assertThat(names).containsValue(Value.ref("ParcelsStream")).containsValue(Value.ref("StreamFunction"));
    }

    @Test
    void drawsTheBudgetThatAgesAreNotToReach() {
        JsonNode age = widget(Stacks.of(handler("A.a", ORDERS, "", "5s"), handler("A.b", ORDERS, "b", "1h")),
                "Age of events of the stream orders in ms, and the shortest budget");

        assertThat(age.at("/annotations/horizontal/0/value").longValue()).isEqualTo(5_000);
        assertThat(age.at("/annotations/horizontal/0/label").textValue()).isEqualTo("5s");
        assertThat(age.path("metrics").toString()).contains("\"AWS/Lambda\",\"IteratorAge\"", "\"parked * 1000\"");
    }

    @Test
    void tellsTheAgesOfSeveralStreamsApart() {
        JsonNode age = widget(Stacks.tenHandlers(), "Age of events of the stream parcels in ms, and the shortest budget");

        assertThat(age.path("metrics").toString()).contains("GetRecords.IteratorAgeMilliseconds");
    }

    @Test
    void drawsTheAgesOfAQueueInMillisecondsToo() {
        JsonNode age = widget(Stacks.tenHandlers(), "Age of events of the queue address-checks in ms, and the shortest budget");

        assertThat(age.path("metrics").toString()).contains("\"source * 1000\"", "\"parked * 1000\"");
        assertThat(age.at("/annotations/horizontal/0/value").longValue()).isEqualTo(120_000);
    }

    @Test
    void saysWhatHandledIsMadeOf() {
        JsonNode handled = widget(Stacks.tenHandlers(), "Handled, if each event has one handler: events in less dead letters");

        assertThat(handled.path("metrics").findValuesAsText("expression")).containsExactly(
                "FILL(in0, 0) + FILL(in1, 0) + FILL(in2, 0) + FILL(in3, 0)"
                        + " - (FILL(dead0, 0) + FILL(dead1, 0) + FILL(dead2, 0) + FILL(dead3, 0))");
    }

    @Test
    void showsEveryThingThatIsPromised() {
        assertThat(widgets(Stacks.tenHandlers())).extracting(widget -> widget.at("/properties/title").textValue())
                .contains("Events in", "Parked: messages to retry queues", "Dead letters sent",
                        "Dead letters waiting for people", "Messages that wait for functions",
                        "Records and reads refused by streams", "Duration in ms", "Errors and throttles",
                        "Concurrent executions")
                .doesNotHaveDuplicates();
    }

    @Test
    void givesMetricsOfAWidgetIdsOfTheirOwn() {
        assertThat(widgets(Stacks.tenHandlers())).allSatisfy(widget -> assertThat(widget.findValuesAsText("id"))
                .doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z][a-zA-Z0-9_]*")));
    }

    @Test
    void laysWidgetsOutWithoutOverlap() {
        Set<String> places = new HashSet<>();

        assertThat(widgets(Stacks.tenHandlers())).allSatisfy(widget -> {
            assertThat(places.add(widget.path("x") + "," + widget.path("y"))).isTrue();
            assertThat(widget.path("x").intValue() + widget.path("width").intValue()).isLessThanOrEqualTo(COLUMNS);
        });
    }

    /** With more sources a template has more than the 500 resources that CloudFormation takes. */
    @Test
    void keepsToWhatCloudWatchTakesInTheLargestTemplate() {
        assertThat(widgets(Stacks.streams(40))).allSatisfy(widget -> assertThat(widget.at("/properties/metrics").size())
                .isBetween(1, MOST_METRICS));
    }

    private static JsonNode widget(Stack stack, String title) {
        return widgets(stack).stream().map(widget -> widget.path("properties"))
                .filter(widget -> widget.path("title").textValue().equals(title)).findFirst().orElseThrow();
    }

    private static List<JsonNode> widgets(Stack stack) {
        try {
            List<JsonNode> widgets = new ArrayList<>();
            new ObjectMapper().readTree(((Value.Text) substitution(stack).get(0)).text()).path("widgets").forEach(widgets::add);
            return widgets;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Value> substitution(Stack stack) {
        Value.Members body = (Value.Members) Dashboard.of(stack).properties().members().get("DashboardBody");
        return ((Value.Items) body.members().get("Fn::Sub")).items();
    }
}
