package dev.punctual.template.cost;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.alarm.Watch;
import dev.punctual.template.application.Source;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.settings.StreamSettings;
import dev.punctual.template.stack.QueueMapping;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** What a stack costs in a month in which nothing happens; what exists already is not its. */
final class RestCosts {

    private static final Duration RETENTION_WITHIN_PRICE = Duration.ofHours(24);

    private final Stack stack;
    private final Assumptions assumptions;
    private final List<Cost> costs = new ArrayList<>();

    private RestCosts(Stack stack, Assumptions assumptions) {
        this.stack = stack;
        this.assumptions = assumptions;
    }

    static List<Cost> of(Stack stack, Assumptions assumptions) {
        RestCosts rest = new RestCosts(stack, assumptions);
        stack.streams().stream().filter(stream -> stream.arn().isEmpty()).forEach(rest::stream);
        stack.queueMappings().forEach(rest::polls);
        if (stack.settings().key() instanceof KeySetting.Created) {
            rest.add("key", "the key", 1, Price.KEY_MONTH);
        }
        rest.add("alarms", "alarms on metrics", Watch.count(stack), Price.ALARM_MONTH);
        rest.add("alarms", "composite alarms", Watch.composites(stack), Price.COMPOSITE_MONTH);
        rest.add("dashboard", "the dashboard", 1, Price.DASHBOARD_MONTH);
        return List.copyOf(rest.costs);
    }

    private void stream(Stream stream) {
        StreamSettings settings = stream.settings();
        String resource = stream.source().described();
        if (settings.mode() == StreamMode.ON_DEMAND) {
            add(resource, "on demand, hours", assumptions.hours(), Price.STREAM_HOUR);
            return;
        }
        long shardHours = (long) settings.shards() * assumptions.hours();
        add(resource, "hours of its " + (settings.shards() == 1 ? "shard" : settings.shards() + " shards"), shardHours,
                Price.SHARD_HOUR);
        if (settings.retention().compareTo(RETENTION_WITHIN_PRICE) > 0) {
            add(resource, "the same, for keeping records longer than a day", shardHours, Price.EXTENDED_RETENTION);
        }
    }

    /** Lambda asks its queues for messages whether they have some or not. */
    private void polls(QueueMapping mapping) {
        long polls = assumptions.pollers() * Duration.ofHours(assumptions.hours()).dividedBy(assumptions.poll());
        Source source = mapping.queue().source();
        add("queue " + source.name() + mapping.queue().purpose().suffix(), "polls without messages", polls,
                Price.QUEUE_REQUESTS);
    }

    private void add(String resource, String what, long quantity, Price price) {
        costs.add(Cost.of(resource, what, quantity, price));
    }
}
