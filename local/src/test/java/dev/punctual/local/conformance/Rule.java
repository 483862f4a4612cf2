package dev.punctual.local.conformance;

/**
 * One thing that AWS does, and how to see whether another does it too.
 *
 * @param operation which the table has a line for
 * @param says what it is about, in words; distinct within the operation
 * @param aws what is seen of AWS, by its documentation
 * @param observation what is seen of a target
 */
record Rule<L>(String operation, String says, String aws, Observation<L> observation) {

    /** Does something with a target and tells what it saw. */
    @FunctionalInterface
    interface Observation<L> {

        Object see(L lab) throws Exception;
    }

    static <L> Rule<L> rule(String operation, String says, Object aws, Observation<L> observation) {
        return new Rule<>(operation, says, String.valueOf(aws), observation);
    }
}
