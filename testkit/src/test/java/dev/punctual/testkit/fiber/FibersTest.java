package dev.punctual.testkit.fiber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.punctual.testkit.time.VirtualScheduler;

class FibersTest {

    private final VirtualScheduler time = new VirtualScheduler();
    private final AtomicBoolean alive = new AtomicBoolean(true);
    private final List<String> happened = new ArrayList<>();

    private final Fibers fibers = new Fibers(time);

    @AutoClose
    private final AutoCloseable end = () -> {
        alive.set(false);
        fibers.close();
    };

    @Test
    void interleavesFibersByVirtualTime() {
        start(() -> sleepTwice("a", 20));
        start(() -> sleepTwice("b", 15));

        time.advance(Duration.ofMillis(100));

        assertThat(happened).containsExactly("a at 0", "b at 0", "b at 15", "a at 20", "b at 30", "a at 40");
    }

    @Test
    void leavesAFiberWaitingWhereTheTimeStops() {
        start(() -> sleepTwice("a", 20));

        time.advance(Duration.ofMillis(39));

        assertThat(happened).containsExactly("a at 0", "a at 20");
    }

    @Test
    void wakesAFiberAsSoonAsItsConditionHolds() {
        AtomicBoolean open = new AtomicBoolean();
        start(() -> {
            fibers.await(open::get, Duration.ofSeconds(9));
            tell("through the door");
        });
        start(() -> {
            sleep(30);
            open.set(true);
        });

        time.advance(Duration.ofSeconds(1));

        assertThat(happened).containsExactly("through the door at 30");
    }

    @Test
    void interruptsASleeper() {
        List<Thread> sleepers = new ArrayList<>();
        start(() -> {
            sleepers.add(Thread.currentThread());
            try {
                fibers.sleep(Duration.ofSeconds(9));
            } catch (InterruptedException e) {
                tell("interrupted");
            }
        });
        start(() -> {
            sleep(10);
            sleepers.get(0).interrupt();
        });

        time.advance(Duration.ofSeconds(1));

        assertThat(happened).containsExactly("interrupted at 10");
    }

    @Test
    void unwindsTheFibersOfAnOwnerThatIsGone() {
        List<Thread> threads = new ArrayList<>();
        start(() -> {
            threads.add(Thread.currentThread());
            try {
                sleep(1_000);
                tell("never");
            } finally {
                tell("unwound");
            }
        });
        time.advance(Duration.ofMillis(5));

        alive.set(false);
        fibers.check();
        start(() -> tell("never started"));
        time.advance(Duration.ZERO);

        assertThat(happened).containsExactly("unwound at 5");
        assertThat(threads).allSatisfy(thread -> assertThat(outlives(thread)).isFalse());
    }

    @Test
    void endsItsThreadsWhenClosed() throws Exception {
        List<Thread> threads = new ArrayList<>();
        start(() -> {
            threads.add(Thread.currentThread());
            sleep(1_000);
        });
        time.advance(Duration.ZERO);

        end.close();

        assertThat(threads).hasSize(1).allSatisfy(thread -> assertThat(outlives(thread)).isFalse());
    }

    @Test
    void tellsWhatAFiberThrew() {
        start(() -> {
            throw new IllegalArgumentException("oops");
        });

        assertThatIllegalStateException().isThrownBy(() -> time.advance(Duration.ZERO))
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letsNobodyElseWait() {
        assertThatIllegalStateException().isThrownBy(() -> fibers.await(() -> true, Duration.ZERO))
                .withMessageStartingWith("only fibers can wait in virtual time, ");
        assertThat(Fibers.currentOwner()).isNull();
    }

    private void start(Runnable task) {
        fibers.start(alive::get, task);
    }

    private void sleepTwice(String name, int millis) {
        tell(name);
        sleep(millis);
        tell(name);
        sleep(millis);
        tell(name);
    }

    private void sleep(int millis) {
        fibers.await(() -> false, Duration.ofMillis(millis));
    }

    private void tell(String what) {
        happened.add(what + " at " + Duration.between(VirtualScheduler.DEFAULT_START, time.instant()).toMillis());
    }

    private static boolean outlives(Thread thread) throws InterruptedException {
        thread.join(10_000);
        return thread.isAlive();
    }
}
