package dev.punctual.samples.food.order;

/** The stream of all order events, and their types. */
public final class OrderStream {

    /** The stream's name. */
    public static final String NAME = "orders";

    /** A customer has placed an order. */
    public static final String PLACED = "order_placed";

    /** Its restaurant has accepted it. */
    public static final String ACCEPTED = "order_accepted";

    /** Its customer knows. */
    public static final String CONFIRMED = "order_confirmed";

    /** Its customer has picked it up. */
    public static final String PICKED_UP = "order_picked_up";

    private OrderStream() {
    }
}
