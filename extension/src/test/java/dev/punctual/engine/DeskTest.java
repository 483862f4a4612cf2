package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class DeskTest {

    private final List<List<Integer>> loads = new ArrayList<>();

    @Test
    void servesWhatWaitsInLoads() {
        Desk<Integer> desk = new Desk<>(2, loads::add);
        List.of(1, 2, 3, 4, 5).forEach(desk::add);

        desk.serve();

        assertThat(loads).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(desk.isBusy()).isFalse();
        assertThat(desk.pending()).isZero();
    }

    @Test
    void isServedByOneAtATime() {
        Desk<Integer> desk = new Desk<>(2, loads::add);
        assertThat(desk.claim()).as("nothing waits").isFalse();
        desk.add(1);

        assertThat(desk.claim()).isTrue();
        assertThat(desk.claim()).as("claimed already").isFalse();

        desk.serve();
        desk.add(2);
        assertThat(desk.claim()).as("served to the end").isTrue();
    }

    @Test
    void countsWhatIsInServiceAsPending() {
        List<Integer> pending = new ArrayList<>();
        List<Boolean> busy = new ArrayList<>();
        List<Desk<Integer>> itself = new ArrayList<>();
        Desk<Integer> desk = new Desk<>(2, load -> {
            pending.add(itself.get(0).pending());
            busy.add(itself.get(0).isBusy());
        });
        itself.add(desk);
        List.of(1, 2, 3).forEach(desk::add);
        assertThat(desk.pending()).isEqualTo(3);

        desk.serve();

        assertThat(pending).containsExactly(3, 1);
        assertThat(busy).containsExactly(true, true);
    }

    @Test
    void goesOnAfterALoadThatWasLost() {
        Desk<Integer> desk = new Desk<>(1, load -> {
            loads.add(load);
            throw new StackOverflowError("lost");
        });
        List.of(1, 2).forEach(desk::add);

        desk.serve();

        assertThat(loads).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void isNotServedOnceItIsClosed() {
        Desk<Integer> desk = new Desk<>(1, loads::add);
        desk.add(1);
        assertThat(desk.isBusy()).isTrue();

        desk.close();

        assertThat(desk.isBusy()).isFalse();
        assertThat(desk.claim()).isFalse();
        desk.serve();
        assertThat(loads).isEmpty();
    }

    @Test
    void endsTheLoadInServiceAfterItIsClosed() {
        List<Desk<Integer>> itself = new ArrayList<>();
        List<Boolean> busy = new ArrayList<>();
        Desk<Integer> desk = new Desk<>(1, load -> {
            loads.add(load);
            itself.get(0).close();
            busy.add(itself.get(0).isBusy());
        });
        itself.add(desk);
        List.of(1, 2).forEach(desk::add);
        desk.claim();

        desk.serve();

        assertThat(busy).containsExactly(true);
        assertThat(loads).containsExactly(List.of(1));
    }
}
