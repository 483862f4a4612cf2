package dev.punctual.local.wire;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.aws.AwsException;

/**
 * The constraints of AWS's service models on requests; what does not meet them is refused with a {@code ValidationException}.
 */
public final class Constraints {

    private Constraints() {
    }

    /**
     * Refuses a member that is absent.
     *
     * @param member its path with a lower first letter, as AWS names it in messages, such as {@code streamName}
     */
    public static <T> T required(@Nullable T value, String member) {
        if (value == null) {
            throw violated("null", member, "Member must not be null");
        }
        return value;
    }

    /** Refuses a number out of its range, both ends included; absent, it has its default. */
    public static int within(@Nullable Integer value, int standard, int lowest, int highest, String member) {
        if (value == null) {
            return standard;
        }
        if (value < lowest || value > highest) {
            throw violated(value.toString(), member, "Member must have value between " + lowest + " and " + highest);
        }
        return value;
    }

    /** Refuses a size out of its range, both ends included. */
    public static void sized(int size, int lowest, int highest, String member) {
        if (size < lowest || size > highest) {
            throw violated("of size " + size, member, "Member must have length between " + lowest + " and " + highest);
        }
    }

    /** The refusal of a value. */
    public static AwsException violated(String value, String member, String constraint) {
        return new AwsException("ValidationException", "1 validation error detected: Value " + value + " at '" + member
                + "' failed to satisfy constraint: " + constraint, 400);
    }
}
