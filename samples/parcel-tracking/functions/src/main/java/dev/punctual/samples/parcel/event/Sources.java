package dev.punctual.samples.parcel.event;

/** The streams and queues that feed the handlers, and the types of their events. */
public final class Sources {

    /** The stream of what happens to parcels. */
    public static final String PARCELS = "parcels";

    /** The stream of what couriers scan by hand, with photos: its events have one type only, and name none. */
    public static final String HAND_SCANS = "hand-scans";

    /** The stream of payments. */
    public static final String PAYMENTS = "payments";

    /** The queue of addresses that are to be checked. */
    public static final String ADDRESS_CHECKS = "address-checks";

    /** A parcel was registered by its sender. */
    public static final String REGISTERED = "registered";

    /** A courier has picked the parcel up. */
    public static final String PICKED_UP = "picked_up";

    /** The parcel has passed the belt of a depot. */
    public static final String SORTED = "sorted";

    /** The parcel is somewhere else now. */
    public static final String MOVED = "moved";

    /** A courier is at the recipient's door. */
    public static final String DELIVERED = "delivered";

    /** A sender has paid. */
    public static final String PAID = "paid";

    /** A sender gets the money back. */
    public static final String REFUNDED = "refunded";

    private Sources() {
    }
}
