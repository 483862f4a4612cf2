package dev.punctual.template.alarm;

import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;

/**
 * An alarm on one metric, by the minute.
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

    /** The longest description that CloudWatch takes. */
    static final int LONGEST_DESCRIPTION = 1_024;

    private static final int MINUTE = 60;

    /** Throws {@link IllegalArgumentException} for what CloudWatch would refuse. */
    Alarm {
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("the description of " + id + " has " + description.length()
                    + " characters, and CloudWatch takes " + LONGEST_DESCRIPTION);
        }
        if (breaches < 1 || breaches > periods) {
            throw new IllegalArgumentException(id + " needs " + breaches + " breaches in " + periods + " minutes");
        }
    }

    /** On as soon as a minute's worst is beyond a threshold. */
    static Alarm worst(String id, Metric metric, long threshold, String description) {
        return new Alarm(id, metric, "Maximum", threshold, 1, 1, false, description);
    }

    /** On as soon as something happens that must not. */
    static Alarm any(String id, Metric metric, String description) {
        return new Alarm(id, metric, "Sum", 0, 1, 1, false, description);
    }

    /** The same, on only once so many of the last minutes were beyond the threshold. */
    Alarm once(int minutes, int of) {
        return new Alarm(id, metric, statistic, threshold, of, minutes, promise, description);
    }

    /** The same, telling of a broken promise. */
    Alarm breaksPromise() {
        return new Alarm(id, metric, statistic, threshold, periods, breaches, true, description);
    }

    Resource resource() {
        Members properties = Value.members()
                .and("AlarmName", Value.sub(name(id)))
                .and("AlarmDescription", description)
                .and("Namespace", metric.namespace()).and("MetricName", metric.name())
                .and("Dimensions", metric.dimensions())
                .and("Statistic", statistic).and("Period", MINUTE)
                .and("EvaluationPeriods", periods).and("DatapointsToAlarm", breaches)
                .and("Threshold", threshold).and("ComparisonOperator", "GreaterThanThreshold")
                // A metric that is not told is one of nothing that happened.
                .and("TreatMissingData", "notBreaching")
                .and("AlarmActions", Topic.actions()).and("OKActions", Topic.actions());
        return Resource.of(id, "AWS::CloudWatch::Alarm", properties);
    }

    /** The name of an alarm, as {@code Fn::Sub} takes it. */
    static String name(String id) {
        return "${ApplicationName}-" + id;
    }
}
