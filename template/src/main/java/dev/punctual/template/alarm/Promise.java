package dev.punctual.template.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;

/**
 * The composite alarm that is on while the promise is broken. CloudWatch takes 100 alarms and 10,240 characters in a rule:
 * where
 * there are more, it is made of others, its parts.
 */
final class Promise {

    static final String ID = "RealTimePromiseBroken";

    private static final String PART = "RealTimePromisePart";
    private static final int MOST_ALARMS = 100;
    private static final int LONGEST_RULE = 10_240;
    /** What a rule has around the id of an alarm, with the longest name that an application's functions leave it. */
    private static final int AROUND_ID = "ALARM(\"\") OR ".length() + 64;

    private Promise() {
    }

    static List<Resource> of(List<Alarm> alarms) {
        List<String> ids = alarms.stream().filter(Alarm::promise).map(Alarm::id).toList();
        List<List<String>> parts = parts(ids);
        List<Resource> composites = new ArrayList<>();
        if (parts.size() == 1) {
            composites.add(whole(ids));
            return composites;
        }
        for (List<String> part : parts) {
            composites.add(composite(PART + (composites.size() + 1),
                    "A part of the alarm " + ID + ", which tells of it. See which of its alarms is on.", part,
                    Value.members()));
        }
        composites.add(whole(composites.stream().map(Resource::id).toList()));
        return composites;
    }

    private static List<List<String>> parts(List<String> ids) {
        List<List<String>> parts = new ArrayList<>();
        int length = LONGEST_RULE;
        for (String id : ids) {
            length += AROUND_ID + id.length();
            if (length > LONGEST_RULE || parts.get(parts.size() - 1).size() == MOST_ALARMS) {
                parts.add(new ArrayList<>());
                length = AROUND_ID + id.length();
            }
            parts.get(parts.size() - 1).add(id);
        }
        return parts;
    }

    private static Resource whole(List<String> children) {
        return composite(ID, "The real-time promise is broken: events are, or will be, handled after their deadlines or not at"
                + " all. See which of its alarms is on, and do what that one says.", children,
                Value.members().and("AlarmActions", Topic.actions()).and("OKActions", Topic.actions()));
    }

    private static Resource composite(String id, String description, List<String> children, Members actions) {
        String rule = children.stream().map(child -> "ALARM(\"" + Alarm.name(child) + "\")")
                .collect(Collectors.joining(" OR "));
        return Resource.of(id, "AWS::CloudWatch::CompositeAlarm", Value.members()
                .and("AlarmName", Value.sub(Alarm.name(id))).and("AlarmDescription", description)
                .and("AlarmRule", Value.sub(rule)).and(actions)).after(children.toArray(String[]::new));
    }
}
