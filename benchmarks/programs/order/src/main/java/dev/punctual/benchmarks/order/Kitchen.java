package dev.punctual.benchmarks.order;

import java.util.concurrent.atomic.AtomicLong;

/** What each program does with each order: it adds up the prices, which proves that it read every order. Thread-safe. */
public final class Kitchen {

    private static final AtomicLong CENTS = new AtomicLong();

    private Kitchen() {
    }

    /** @throws DishUnknownException if the quantity is below 0; no attempt will do better */
    public static void prepare(Order order) {
        prepare(order.quantity(), order.cents());
    }

    /** @throws DishUnknownException if the quantity is below 0; no attempt will do better */
    public static void prepare(OrderMessage order) {
        prepare(order.getQuantity(), order.getCents());
    }

    private static void prepare(int quantity, long cents) {
        if (quantity < 0) {
            throw new DishUnknownException();
        }
        long sum = CENTS.addAndGet(cents);
        if (quantity == 0) {
            System.out.println("checksum " + sum);
        }
    }
}
