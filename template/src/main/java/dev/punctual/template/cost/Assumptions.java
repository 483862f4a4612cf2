package dev.punctual.template.cost;

/**
 * What is assumed of events, since nothing declares it.
 *
 * @param recordBytes how long a record is
 * @param millisPerEvent how long a function works for an event
 * @param parked the part of the events that is parked, once each
 * @param dead the part of the events that becomes dead letters
 * @param logBytes what an invocation logs
 */
record Assumptions(int recordBytes, int millisPerEvent, double parked, double dead, int logBytes) {

    static final Assumptions DEFAULT = new Assumptions(1_024, 5, 0.01, 0.001, 500);
}
