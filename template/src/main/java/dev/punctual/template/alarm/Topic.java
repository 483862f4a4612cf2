package dev.punctual.template.alarm;

import java.util.Map;

import dev.punctual.template.cloudformation.Parameter;
import dev.punctual.template.cloudformation.Value;

/** Who is told of alarms: one topic of SNS for all of them, or nobody. */
final class Topic {

    private static final String ARN = "AlarmTopicArn";
    private static final String GIVEN = "HasAlarmTopic";
    private static final String NOBODY = "none";

    private Topic() {
    }

    static Parameter parameter() {
        return Parameter.text(ARN, NOBODY, "The ARN of the SNS topic that is told of alarms, or none.");
    }

    static Map<String, Value> condition() {
        Value nobody = Value.members().and("Fn::Equals", Value.items(Value.ref(ARN), Value.text(NOBODY)));
        return Map.of(GIVEN, Value.members().and("Fn::Not", Value.items(nobody)));
    }

    static Value actions() {
        return Value.either(GIVEN, Value.items(Value.ref(ARN)), Value.NONE);
    }
}
