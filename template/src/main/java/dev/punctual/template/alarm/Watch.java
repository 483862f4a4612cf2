package dev.punctual.template.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.punctual.template.cloudformation.Parameter;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.stack.Stack;

/** What watches a stack. */
public final class Watch {

    private Watch() {
    }

    /** The parameters that alarms need. */
    public static List<Parameter> parameters() {
        return List.of(Topic.parameter());
    }

    /** The conditions that alarms need. */
    public static Map<String, Value> conditions() {
        return Topic.condition();
    }

    /** The alarms, the one that is on while any of them tells of a broken promise, and the dashboard. */
    public static List<Resource> resources(Stack stack) {
        List<Alarm> alarms = alarms(stack);
        List<Resource> resources = new ArrayList<>(alarms.stream().map(Alarm::resource).toList());
        resources.addAll(Promise.of(alarms));
        resources.add(Dashboard.of(stack));
        return resources;
    }

    /** How many alarms on metrics a stack has. */
    public static int count(Stack stack) {
        return alarms(stack).size();
    }

    /** How many composite alarms a stack has. */
    public static int composites(Stack stack) {
        return Promise.of(alarms(stack)).size();
    }

    static List<Alarm> alarms(Stack stack) {
        List<Alarm> alarms = new ArrayList<>();
        alarms.addAll(StreamAlarms.of(stack));
        alarms.addAll(QueueAlarms.of(stack));
        stack.functions().forEach(function -> alarms.addAll(FunctionAlarms.of(stack, function)));
        alarms.addAll(FunctionAlarms.ledger(stack));
        return List.copyOf(alarms);
    }
}
