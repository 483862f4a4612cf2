package dev.punctual.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class VirtualSchedulerTest {

    private final VirtualScheduler scheduler = new VirtualScheduler();
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsTasksByInstantThenInsertion() {
        scheduler.schedule(Duration.ofSeconds(2), () -> ran.add("late"));
        scheduler.schedule(Duration.ofSeconds(1), () -> ran.add("first"));
        scheduler.schedule(Duration.ofSeconds(1), () -> ran.add("second"));

        scheduler.advance(Duration.ofSeconds(2));

        assertThat(ran).containsExactly("first", "second", "late");
        assertThat(scheduler.instant()).isEqualTo(VirtualScheduler.DEFAULT_START.plusSeconds(2));
    }

    @Test
    void runsNothingBeforeItsTimeNorInsideSchedule() {
        scheduler.schedule(Duration.ZERO, () -> ran.add("now"));
        scheduler.schedule(Duration.ofMillis(1001), () -> ran.add("late"));

        assertThat(ran).isEmpty();
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(ran).containsExactly("now");
    }

    @Test
    void runsTasksThatTasksScheduleAtTheirInstant() {
        scheduler.schedule(Duration.ofSeconds(1),
                () -> scheduler.schedule(Duration.ofSeconds(1), () -> ran.add(scheduler.instant().toString())));

        scheduler.advance(Duration.ofSeconds(5));

        assertThat(ran).containsExactly("2026-01-01T00:00:02Z");
    }

    @Test
    void forgetsCancelledTasks() {
        var task = scheduler.schedule(Duration.ofSeconds(1), () -> ran.add("cancelled"));

        task.cancel();

        assertThat(scheduler.isIdle()).isTrue();
        scheduler.advance(Duration.ofSeconds(1));
        assertThat(ran).isEmpty();
    }

    @Test
    void stopsAtTheLimitWhenSomethingNeverEnds() {
        var tick = new Runnable() {
            @Override
            public void run() {
                ran.add("tick");
                scheduler.schedule(Duration.ofSeconds(1), this);
            }
        };
        scheduler.schedule(Duration.ofSeconds(1), tick);

        var idle = scheduler.runUntilIdle(Duration.ofSeconds(3));

        assertThat(idle).isFalse();
        assertThat(ran).hasSize(3);
    }

    @Test
    void stopsAsSoonAsItIsIdle() {
        scheduler.schedule(Duration.ofSeconds(1), () -> ran.add("only"));

        var idle = scheduler.runUntilIdle(Duration.ofDays(1));

        assertThat(idle).isTrue();
        assertThat(scheduler.instant()).isEqualTo(VirtualScheduler.DEFAULT_START.plusSeconds(1));
    }

    @Test
    void refusesNegativeTimes() {
        assertThatThrownBy(() -> scheduler.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot go back");
        assertThatThrownBy(() -> scheduler.schedule(Duration.ofSeconds(-1), () -> ran.add("never")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("zero or more, was PT-1S");
    }
}
