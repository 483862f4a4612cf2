package dev.punctual.template.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.punctual.template.cloudformation.Json;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Items;
import dev.punctual.template.cloudformation.Value.Members;

/**
 * The widgets of a dashboard, two in a row. Names in them are variables of the text: a stack's own are known once it is there.
 */
final class Widgets {

    private static final int WIDTH = 12;
    private static final int HEIGHT = 6;
    private static final int COLUMNS = 2;
    private static final int LETTERS = 26;

    private final Map<String, Value> names = new TreeMap<>();
    private final List<Value> widgets = new ArrayList<>();

    /** Draws metrics, if there are some. */
    void metrics(String title, String statistic, List<Metric> metrics) {
        if (!metrics.isEmpty()) {
            add(properties(title, statistic, new Items(metrics.stream().map(this::named).map(Metric::widget).toList())));
        }
    }

    /** Draws what is worked out from metrics, and a line at a height that is not to be reached. */
    void formulas(String title, String statistic, List<Formula> formulas, Optional<Line> line) {
        List<Value> drawn = new ArrayList<>();
        formulas.forEach(formula -> drawn.addAll(formula.metrics(this::named)));
        Members properties = properties(title, statistic, new Items(drawn));
        add(line.map(limit -> properties.and("annotations", Value.members().and("horizontal",
                Value.items(Value.members().and("label", limit.label()).and("value", limit.height()))))).orElse(properties));
    }

    /** The body of the dashboard: a text in JSON, in which the stack's names are put. */
    Value body() {
        Value text = Value.text(Json.of(Value.members().and("widgets", new Items(widgets))));
        return Value.members().and("Fn::Sub", names.isEmpty() ? text : Value.items(text, new Members(names)));
    }

    private static Members properties(String title, String statistic, Items metrics) {
        return Value.members().and("title", title).and("view", "timeSeries").and("region", "${AWS::Region}")
                .and("stat", statistic).and("period", 60).and("metrics", metrics);
    }

    private void add(Members properties) {
        int index = widgets.size();
        widgets.add(Value.members().and("type", "metric").and("x", (index % COLUMNS) * (long) WIDTH)
                .and("y", (index / COLUMNS) * (long) HEIGHT).and("width", WIDTH).and("height", HEIGHT)
                .and("properties", properties));
    }

    /** The same metric, its name a variable of the text. */
    private Metric named(Metric metric) {
        String variable = names.entrySet().stream().filter(entry -> entry.getValue().equals(metric.of())).map(Map.Entry::getKey)
                .findFirst().orElseGet(this::variable);
        names.put(variable, metric.of());
        return new Metric(metric.namespace(), metric.name(), metric.dimension(), Value.text("${" + variable + '}'));
    }

    private String variable() {
        return "Name" + (char) ('A' + names.size() / LETTERS) + (char) ('A' + names.size() % LETTERS);
    }

    /** A height that is not to be reached. */
    record Line(String label, long height) {
    }
}
