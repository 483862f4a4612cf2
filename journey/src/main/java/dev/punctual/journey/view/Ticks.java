package dev.punctual.journey.view;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Round durations along an axis. */
final class Ticks {

    private static final int MOST = 6;
    private static final int DECADES = 3;
    private static final List<Duration> STEPS = Stream.of(
            IntStream.range(0, DECADES).mapToObj(decade -> (long) Math.pow(10, decade))
                    .flatMap(ten -> Stream.of(1, 2, 5).map(number -> Duration.ofMillis(number * ten))),
            Stream.of(1, 2, 5, 10, 15, 30).map(Duration::ofSeconds), Stream.of(1, 2, 5, 10, 15, 30).map(Duration::ofMinutes),
            Stream.of(1, 2, 3, 6, 12).map(Duration::ofHours), Stream.of(1, 2, 7, 14, 30).map(Duration::ofDays))
            .flatMap(steps -> steps).toList();

    private Ticks() {
    }

    /** From zero up to the whole, at most seven. */
    static List<Duration> of(Duration whole) {
        Duration last = STEPS.get(STEPS.size() - 1);
        Duration step = STEPS.stream().filter(each -> whole.dividedBy(each) <= MOST).findFirst()
                .orElseGet(() -> last.multipliedBy(whole.dividedBy(last) / MOST + 1));
        return IntStream.rangeClosed(0, (int) whole.dividedBy(step)).mapToObj(step::multipliedBy).toList();
    }
}
