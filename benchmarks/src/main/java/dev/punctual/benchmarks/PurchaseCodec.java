package dev.punctual.benchmarks;

import org.jspecify.annotations.Nullable;

import dev.punctual.runtime.codec.json.JsonCodec;
import dev.punctual.runtime.codec.json.JsonReader;
import dev.punctual.runtime.codec.json.JsonWriter;
import dev.punctual.runtime.codec.json.PropertyNames;
import dev.punctual.spi.UndecodableException;

/** What the build of an application generates for {@link Purchase}, call by call. */
@SuppressWarnings("NullAway") // as generated: a component that is missing is null
final class PurchaseCodec extends JsonCodec {

    private static final PropertyNames NAMES = new PropertyNames("orderId", "customer", "restaurant", "dish", "totalCents",
            "street", "placedAt", "express");

    PurchaseCodec() {
        super(Purchase.class.getName());
    }

    @Override
    protected @Nullable Object readValue(JsonReader in) throws UndecodableException {
        return read(in);
    }

    @Override
    protected void writeValue(JsonWriter out, Object payload) {
        write(out, (Purchase) payload);
    }

    private static @Nullable Purchase read(JsonReader in) throws UndecodableException {
        if (in.readNull()) {
            return null;
        }
        in.beginObject(NAMES);
        String orderId = null;
        String customer = null;
        String restaurant = null;
        String dish = null;
        int totalCents = 0;
        String street = null;
        long placedAt = 0;
        boolean express = false;
        int next = in.nextProperty();
        while (next >= 0) {
            switch (next) {
                case 0 -> orderId = in.readString();
                case 1 -> customer = in.readString();
                case 2 -> restaurant = in.readString();
                case 3 -> dish = in.readString();
                case 4 -> totalCents = in.readInt();
                case 5 -> street = in.readString();
                case 6 -> placedAt = in.readLong();
                case 7 -> express = in.readBoolean();
            }
            next = in.nextProperty();
        }
        return new Purchase(orderId, customer, restaurant, dish, totalCents, street, placedAt, express);
    }

    private static void write(JsonWriter out, Purchase purchase) {
        out.beginObject();
        out.name(NAMES, 0);
        out.write(purchase.orderId());
        out.name(NAMES, 1);
        out.write(purchase.customer());
        out.name(NAMES, 2);
        out.write(purchase.restaurant());
        out.name(NAMES, 3);
        out.write(purchase.dish());
        out.name(NAMES, 4);
        out.write(purchase.totalCents());
        out.name(NAMES, 5);
        out.write(purchase.street());
        out.name(NAMES, 6);
        out.write(purchase.placedAt());
        out.name(NAMES, 7);
        out.write(purchase.express());
        out.endObject();
    }
}
