package dev.punctual.template.cost;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What costs depend on, and only a running application knows; immutable.
 *
 * @param hours the hours of a month
 * @param pollers how many pollers Lambda has at each queue without messages
 * @param poll how long each of their requests waits for messages
 * @param eventBytes the size of an event, at least 1
 * @param handling the billed time that an event takes a function
 * @param parked the share of events that wait for another attempt once: 0 to 1
 * @param dead the share of events that become dead letters: 0 to 1
 * @param invocationLogBytes what an invocation logs
 * @param eventsPerSecond how many events come, at least 1: keys of data are used for some time, however many do
 * @param dataKeyUse how long a key of data is used
 */
public record Assumptions(int hours, int pollers, Duration poll, int eventBytes, Duration handling, BigDecimal parked,
        BigDecimal dead, int invocationLogBytes, int eventsPerSecond, Duration dataKeyUse) {

    /**
     * A healthy application with small events. Lambda has five pollers at an idle queue, which wait 20 s each; SQS and the
     * engine use a key of data for five minutes.
     */
    public static final Assumptions DEFAULT = new Assumptions(730, 5, Duration.ofSeconds(20), 1_024, Duration.ofMillis(5),
            new BigDecimal("0.01"), new BigDecimal("0.001"), 500, 100, Duration.ofMinutes(5));

    /** Throws {@link IllegalArgumentException} for what is out of its range. */
    public Assumptions {
        atLeastOne("hours", hours);
        atLeastOne("pollers", pollers);
        atLeastOne("poll in seconds", poll.toSeconds());
        atLeastOne("eventBytes", eventBytes);
        atLeastOne("handling in milliseconds", handling.toMillis());
        atLeastOne("eventsPerSecond", eventsPerSecond);
        atLeastOne("dataKeyUse in seconds", dataKeyUse.toSeconds());
        share("parked", parked);
        share("dead", dead);
        if (invocationLogBytes < 0) {
            throw new IllegalArgumentException("invocationLogBytes must not be negative, was " + invocationLogBytes);
        }
    }

    private static void atLeastOne(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }

    private static void share(String name, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(name + " must be a share from 0 to 1, was " + value);
        }
    }
}
