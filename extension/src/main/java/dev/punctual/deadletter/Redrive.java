package dev.punctual.deadletter;

/**
 * How an event came to be handled again after it was dead.
 *
 * @param count how often it was redriven, 0 for never: the number of its present life
 * @param previousLetter the id of the letter that was redriven last, or an empty string
 */
public record Redrive(int count, String previousLetter) {

    /** It was never redriven. */
    public static final Redrive NONE = new Redrive(0, "");

    /**
     * The id of a letter in this life: the same as ever for an event that was never redriven, else with {@code @count} behind
     * it.
     */
    public String letterId(String id) {
        return count == 0 ? id : id + '@' + count;
    }

    /** The life that begins when a letter of this one is redriven. */
    public Redrive next(String letter) {
        return new Redrive(count + 1, letter);
    }
}
