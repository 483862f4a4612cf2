package dev.punctual.samples.food.restaurant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.punctual.samples.food.order.Order;

/**
 * The restaurants' side, made up: a restaurant's name begins with its kind, and every order fares the same in each run.
 */
@ApplicationScoped
class Restaurants {

    private static final byte[] ACCEPTS = {};
    private static final int GARBAGE_BYTES = 48;

    private final Optional<Path> reopening;

    /**
     * @param reopening a file; once it exists, the closed restaurants are open again
     */
    Restaurants(@ConfigProperty(name = "restaurants.reopening") Optional<Path> reopening) {
        this.reopening = reopening;
    }

    /**
     * Notifies an order's restaurant.
     *
     * @param attempt how often this order was tried, this time included
     * @return an empty array if it accepts, else the bytes that it answers with
     */
    byte[] notify(Order order, int attempt) throws InterruptedException {
        Random fate = new Random(order.orderId().hashCode());
        return switch (kind(order.restaurant())) {
            case "prompt" -> ACCEPTS;
            case "flaky" -> flaky(attempt, 1 + fate.nextInt(7));
            case "slow" -> slow(200 + fate.nextInt(800));
            case "closed" -> closed(order.restaurant());
            case "garbage" -> garbage(fate);
            default -> throw new IllegalArgumentException("the restaurant '" + order.restaurant() + "' is of no known kind");
        };
    }

    private static String kind(String restaurant) {
        int hyphen = restaurant.indexOf('-');
        return hyphen < 0 ? restaurant : restaurant.substring(0, hyphen);
    }

    private static byte[] flaky(int attempt, int failures) {
        if (attempt <= failures) {
            throw new IllegalStateException("the line is busy");
        }
        return ACCEPTS;
    }

    private static byte[] slow(int millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
        return ACCEPTS;
    }

    private byte[] closed(String restaurant) {
        if (reopening.filter(Files::exists).isEmpty()) {
            throw new RestaurantClosedException(restaurant + " has closed for good");
        }
        return ACCEPTS;
    }

    private static byte[] garbage(Random fate) {
        byte[] bytes = new byte[GARBAGE_BYTES];
        fate.nextBytes(bytes);
        return bytes;
    }
}
