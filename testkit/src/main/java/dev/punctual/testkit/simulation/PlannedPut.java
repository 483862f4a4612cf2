package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is to be put at one time.
 *
 * @param number from 0
 * @param early whether it is put before the mapping is there; else at so long after
 * @param events at least one
 * @param form of the records that they are put in
 */
record PlannedPut(int number, boolean early, Duration at, List<PlannedEvent> events, Form form) {

    /** The forms of records. */
    enum Form {
        /** One event. */
        PLAIN,
        /** Any number of events. */
        AGGREGATED,
        /** Bytes that begin like an aggregated record, and are none. */
        DAMAGED
    }

    private static final int NUMBERS = 100;
    private static final int MOST_OTHERS = 5;

    static PlannedPut draw(int number, Plan plan, SplittableRandom random) {
        boolean early = !plan.platform().lateBy().isZero() && random.nextBoolean();
        var at = Duration.ofMillis(random.nextLong(plan.faultsFor().toMillis()));
        List<PlannedEvent> events = new ArrayList<>();
        events.add(new PlannedEvent(key(number, plan), Payloads.draw(number, random)));
        var form = plan.aggregates() ? form(random) : Form.PLAIN;
        int others = form == Form.PLAIN ? 0 : random.nextInt(MOST_OTHERS);
        for (int i = 0; i < others; i++) {
            int other = random.nextInt(NUMBERS);
            events.add(new PlannedEvent(key(other, plan),
                    random.nextInt(16) == 0 ? new byte[0] : Payloads.draw(other, random)));
        }
        return new PlannedPut(number, early, at, events, form);
    }

    private static Form form(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> Form.DAMAGED;
            case 1, 2 -> Form.PLAIN;
            default -> Form.AGGREGATED;
        };
    }

    private static String key(int number, Plan plan) {
        return "key-" + number % plan.keys();
    }

    String part() {
        return "event-" + number;
    }

    /** What is left of it without the parts that are not kept; its first event goes with itself. */
    PlannedPut cutTo(Keep keep) {
        List<PlannedEvent> kept = new ArrayList<>(events.subList(0, 1));
        for (int i = 1; i < events.size(); i++) {
            if (keep.has(part() + '-' + i)) {
                kept.add(events.get(i));
            }
        }
        return new PlannedPut(number, early, at, kept, form);
    }
}
