package dev.punctual.samples.food.driver;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import dev.punctual.samples.food.order.Order;

/** Makes up orders, the same ones for the same seed. */
final class Orders {

    private static final List<String> DISHES = List.of("ramen", "pizza", "falafel", "pho", "curry", "tacos", "dumplings");
    private static final int RESTAURANTS_OF_A_KIND = 5;

    private final Random random;
    private int number;

    Orders(long seed) {
        this.random = new Random(seed);
    }

    Order next() {
        number++;
        return new Order(String.format(Locale.ROOT, "order-%05d", number), "customer-" + (1 + random.nextInt(1_000)),
                kind(random.nextInt(100)) + "-" + (1 + random.nextInt(RESTAURANTS_OF_A_KIND)),
                DISHES.get(random.nextInt(DISHES.size())), 800 + random.nextInt(4_000));
    }

    /** Of a hundred restaurants, 70 are prompt, 14 flaky, 10 slow, 3 closed, and 3 answer with garbage. */
    private static String kind(int percentile) {
        if (percentile < 70) {
            return "prompt";
        }
        if (percentile < 84) {
            return "flaky";
        }
        if (percentile < 94) {
            return "slow";
        }
        return percentile < 97 ? "closed" : "garbage";
    }
}
