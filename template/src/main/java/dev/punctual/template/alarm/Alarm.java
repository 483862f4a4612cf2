package dev.punctual.template.alarm;

import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;

/**
 * An alarm on one metric.
 *
 * @param id the id of its resource, which its name ends with
 * @param metric what it watches
 * @param statistic such as {@code Maximum}
 * @param threshold beyond which it is breached
 * @param periods how many minutes are looked at, of which {@code breaches} must be beyond the threshold
 * @param breaches how many
 * @param promise whether the promise is broken while it is on
 * @param description what it means, and what to do first; at most 1,024 characters
 */
record Alarm(String id, Metric metric, String statistic, long threshold, int periods, int breaches, boolean promise,
        String description) {

    static final String TOPIC = "AlarmTopicArn";
    static final String HAS_TOPIC = "HasAlarmTopic";

    private static final int MINUTE = 60;

    Resource resource() {
        Members properties = Value.members()
                .and("AlarmName", Value.sub("${ApplicationName}-" + id))
                .and("AlarmDescription", description)
                .and("Namespace", metric.namespace()).and("MetricName", metric.name())
                .and("Dimensions", metric.dimensions())
                .and("Statistic", statistic).and("Period", MINUTE)
                .and("EvaluationPeriods", periods).and("DatapointsToAlarm", breaches)
                .and("Threshold", threshold).and("ComparisonOperator", "GreaterThanThreshold")
                // A metric that is not told is one of nothing that happened.
                .and("TreatMissingData", "notBreaching")
                .and("AlarmActions", topic()).and("OKActions", topic());
        return Resource.of(id, "AWS::CloudWatch::Alarm", properties);
    }

    static Value topic() {
        return Value.either(HAS_TOPIC, Value.items(Value.ref(TOPIC)), Value.NONE);
    }
}
