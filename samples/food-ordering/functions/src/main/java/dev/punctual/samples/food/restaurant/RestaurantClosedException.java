package dev.punctual.samples.food.restaurant;

/** A restaurant has closed for good: notifying it again is pointless. */
public class RestaurantClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RestaurantClosedException(String message) {
        super(message);
    }
}
