package dev.punctual.engine;

import static dev.punctual.engine.Deliveries.PER_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class LanesTest {

    private final Lanes lanes = new Lanes();

    @Test
    void ordersALaneByNumberHoweverItArrived() {
        Delivery tenth = Deliveries.of(PER_KEY, 0, "a", 10);
        Delivery ninth = Deliveries.of(PER_KEY, 1, "a", 9);
        Delivery eleventh = Deliveries.of(PER_KEY, 2, "a", 11);
        List.of(eleventh, tenth, ninth).forEach(lanes::enter);

        assertThat(lanes.open()).containsExactly(ninth);

        assertThat(lanes.next(ninth)).containsSame(tenth);
        assertThat(lanes.next(tenth)).containsSame(eleventh);
        assertThat(lanes.next(eleventh)).isEmpty();
    }

    @Test
    void eachKeyHasItsOwnLaneAndTheHeadsKeepTheBatchsOrder() {
        List<Delivery> heads = new ArrayList<>();
        for (int item = 0; item < 20; item++) {
            heads.add(Deliveries.of(PER_KEY, item, "key-" + item, 100 - item));
        }
        heads.forEach(lanes::enter);

        assertThat(lanes.open()).containsExactlyElementsOf(heads);
        assertThat(lanes.next(heads.get(3))).isEmpty();
    }

    @Test
    void whatIsBehindOneThatReturnsIsNotGivenOutAnyMore() {
        Delivery first = Deliveries.of(PER_KEY, 0, "a", 1);
        Delivery second = Deliveries.of(PER_KEY, 1, "a", 2);
        Delivery third = Deliveries.of(PER_KEY, 2, "a", 3);
        List.of(first, second, third).forEach(lanes::enter);
        lanes.open();

        assertThat(lanes.behind(first)).containsExactly(second, third);

        assertThat(lanes.behind(first)).isEmpty();
        assertThat(lanes.next(first)).isEmpty();
    }
}
