package dev.punctual.template.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.punctual.template.cloudformation.Parameter;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.stack.Stack;

/** What watches a stack. */
public final class Watch {

    private static final String NOBODY = "none";
    private static final String PROMISE = "RealTimePromise";

    private Watch() {
    }

    /** The parameters that alarms need. */
    public static List<Parameter> parameters() {
        return List.of(Parameter.text(Alarm.TOPIC, NOBODY, "The ARN of the SNS topic that is told of alarms, or none."));
    }

    /** The conditions that alarms need. */
    public static Map<String, Value> conditions() {
        Value nobody = Value.members().and("Fn::Equals", Value.items(Value.ref(Alarm.TOPIC), Value.text(NOBODY)));
        return Map.of(Alarm.HAS_TOPIC, Value.members().and("Fn::Not", Value.items(nobody)));
    }

    /** The alarms, the one that is on while any of them tells of a broken promise, and the dashboard. */
    public static List<Resource> resources(Stack stack) {
        List<Alarm> alarms = new AlarmPlan(stack).alarms();
        List<Resource> resources = new ArrayList<>(alarms.stream().map(Alarm::resource).toList());
        resources.add(promise(alarms));
        resources.add(Dashboard.of(stack));
        return resources;
    }

    /** How many alarms on metrics a stack has. */
    public static int count(Stack stack) {
        return new AlarmPlan(stack).alarms().size();
    }

    private static Resource promise(List<Alarm> alarms) {
        List<Alarm> broken = alarms.stream().filter(Alarm::promise).toList();
        String rule = broken.stream().map(alarm -> "ALARM(\"${ApplicationName}-" + alarm.id() + "\")")
                .collect(Collectors.joining(" OR "));
        return Resource.of(PROMISE + "Broken", "AWS::CloudWatch::CompositeAlarm", Value.members()
                .and("AlarmName", Value.sub("${ApplicationName}-" + PROMISE + "Broken"))
                .and("AlarmDescription",
                        "The real-time promise is broken: events are, or will be, handled after their deadlines"
                                + " or not at all. See which of its alarms is on, and do what that one says.")
                .and("AlarmRule", Value.sub(rule))
                .and("AlarmActions", Alarm.topic()).and("OKActions", Alarm.topic()))
                .after(broken.stream().map(Alarm::id).toArray(String[]::new));
    }
}
