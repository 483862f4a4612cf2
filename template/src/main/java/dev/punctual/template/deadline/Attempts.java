package dev.punctual.template.deadline;

/**
 * How often an event is tried that fails each time, on its own, while its handler succeeds with others.
 *
 * @param least with the first attempt at its latest and each wait at its bound; at most 20, after which the engine may leave
 *        the handler alone
 * @param typical with each wait at half its bound; counted up to 100
 * @param most with the first attempt at once and no wait at all
 */
public record Attempts(int least, int typical, int most) {

    /** No more than others: a cold start never helps, even where it makes whole seconds fall better. */
    Attempts atMost(Attempts others) {
        return new Attempts(Math.min(least, others.least), Math.min(typical, others.typical), Math.min(most, others.most));
    }
}
