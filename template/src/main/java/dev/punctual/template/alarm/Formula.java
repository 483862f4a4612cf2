package dev.punctual.template.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.punctual.template.cloudformation.Value;

/**
 * What is worked out from metrics, by metric math.
 *
 * @param label what it is called
 * @param expression of the ids of the metrics
 * @param hidden the metrics by their ids, which begin with a small letter and are unique in a widget; in their order
 */
record Formula(String label, String expression, List<Map.Entry<String, Metric>> hidden) {

    /** As a widget lists them: the metrics, not drawn, and the formula. */
    List<Value> metrics(UnaryOperator<Metric> named) {
        List<Value> metrics = new ArrayList<>();
        hidden.forEach(metric -> metrics.add(named.apply(metric.getValue()).hiddenWidget(metric.getKey())));
        metrics.add(Value.items(Value.members().and("expression", expression).and("label", label)));
        return metrics;
    }

    /** One metric, times so much. */
    static Formula scaled(String label, String id, Metric metric, long factor) {
        return new Formula(label, factor == 1 ? id : id + " * " + factor, List.of(Map.entry(id, metric)));
    }

    /** The sum of some metrics less that of others, of which minutes without a value count as 0. */
    static Formula difference(String label, List<Metric> some, List<Metric> others) {
        List<Map.Entry<String, Metric>> hidden = new ArrayList<>();
        String minuend = sum("in", some, hidden);
        String subtrahend = sum("dead", others, hidden);
        return new Formula(label, minuend + " - (" + subtrahend + ")", hidden);
    }

    private static String sum(String prefix, List<Metric> metrics, List<Map.Entry<String, Metric>> hidden) {
        List<String> terms = new ArrayList<>();
        for (Metric metric : metrics) {
            String id = prefix + terms.size();
            hidden.add(Map.entry(id, metric));
            terms.add("FILL(" + id + ", 0)");
        }
        return String.join(" + ", terms);
    }
}
