package dev.punctual.benchmarks.order;

/** The dish of an order is not known. */
public final class DishUnknownException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DishUnknownException() {
        super("the dish is not known");
    }
}
