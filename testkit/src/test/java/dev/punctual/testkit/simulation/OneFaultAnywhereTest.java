package dev.punctual.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.engine.EngineSettings;
import dev.punctual.engine.LedgerSettings;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.testkit.simulation.history.Happening;

/**
 * Two events of one key, in records of their own or in one, the first batch delivered to two owners at once, the first attempt
 * failing, and one fault: of each
 * kind, at each place where it can strike, in several interleavings.
 */
class OneFaultAnywhereTest {

    private static final long SEED = 3;
    private static final int INTERLEAVINGS = 6;
    private static final List<String> ALWAYS = List.of("event-0", "duplicate-1", "handler-1");
    private static final String IN_TWO_RECORDS = "event-1";
    private static final String IN_ONE_RECORD = "event-0-1";
    private static final List<FaultKind> KINDS = List.of(FaultKind.KILL, FaultKind.LEDGER_WRITE, FaultKind.LEDGER_ANSWER,
            FaultKind.LEDGER_CALL, FaultKind.SLOW_LEDGER, FaultKind.SEND, FaultKind.SLOW_SEND, FaultKind.HANDLER,
            FaultKind.STUCK, FaultKind.LOST_ANSWER, FaultKind.EFFECTS_REFUSED);

    private record Handling(OrderRule order, boolean transacts, Duration backoff, boolean aggregated) {
    }

    static Stream<Handling> handlings() {
        return Stream.of(OrderRule.ANY, new OrderRule(Ordering.UNORDERED, true, AfterDeadLetter.UNDECIDED),
                new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.RELEASE),
                new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT),
                new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.UNDECIDED))
                .flatMap(order -> Stream.of(new Handling(order, false, Duration.ofMillis(50), false),
                        new Handling(order, true, Duration.ofMillis(50), false),
                        new Handling(order, false, Duration.ofSeconds(8), false),
                        new Handling(order, false, Duration.ofMillis(50), true)));
    }

    @ParameterizedTest
    @MethodSource("handlings")
    void everyInvariantHoldsWhereverOneFaultStrikes(Handling handling) {
        try (var simulation = new Simulation()) {
            var plan = plan(handling);
            long seed = handling.aggregated() ? seedOfTwoInOneRecord(simulation, plan) : SEED;
            int runs = 0;
            for (var kind : KINDS) {
                int strike = 0;
                int places;
                do {
                    strike++;
                    int at = strike;
                    places = IntStream.rangeClosed(1, INTERLEAVINGS)
                            .map(draw -> run(simulation, plan, seed, kind.part(at), draw))
                            .sum();
                    runs += INTERLEAVINGS;
                } while (places > 0);
            }
            System.out.printf("One fault at each place, %s: %d runs.%n", handling, runs);
        }
    }

    /** 1 if the fault struck. */
    private static int run(Simulation simulation, Plan plan, long seed, String fault, int draw) {
        List<String> parts = new ArrayList<>(ALWAYS);
        parts.add(plan.aggregates() ? IN_ONE_RECORD : IN_TWO_RECORDS);
        parts.add(fault);
        parts.add(Keep.DRAW + draw);

        var result = simulation.run(plan, seed, Keep.only(parts));

        assertThat(result.violations()).as(result::report).isEmpty();
        assertThat(result.history().of(Happening.Accepted.class)).hasSize(2)
                .allSatisfy(accepted -> assertThat(accepted.handlers()).containsExactly("notify"));
        return result.parts().contains(fault) ? 1 : 0;
    }

    private static long seedOfTwoInOneRecord(Simulation simulation, Plan plan) {
        return LongStream.iterate(1, seed -> seed + 1).filter(seed -> {
            var accepted = simulation.run(plan, seed, Keep.only(List.of("event-0", IN_ONE_RECORD))).history()
                    .of(Happening.Accepted.class);
            return accepted.size() == 2 && accepted.stream().allMatch(each -> each.event().endsWith(":0")
                    || each.event().endsWith(":1")) && accepted.stream().allMatch(OneFaultAnywhereTest::isForNotify);
        }).findFirst().orElseThrow();
    }

    private static boolean isForNotify(Happening.Accepted accepted) {
        return accepted.handlers().equals(List.of("notify")) && Payloads.decodable(accepted.payload().bytes()).isPresent();
    }

    private static Plan plan(Handling handling) {
        var handler = new HandlerPlan("notify", Payloads.PLACED,
                new RetryPolicy(new TimeBudget(Duration.ofSeconds(30)), 3,
                        new Backoff(handling.backoff(), handling.backoff()), List.of(PermanentFailureException.class)),
                HandlerPlan.Keeping.BY_RECORD, handling.order(), handling.transacts());
        var engine = new EngineSettings(2, Optional.of(Duration.ofMillis(50)), Duration.ofMillis(200), Duration.ofMillis(100),
                false, new LedgerSettings(2, Duration.ofSeconds(1), false), "simulated:1");
        var everything = new EnumMap<FaultKind, Double>(FaultKind.class);
        KINDS.forEach(kind -> everything.put(kind, 4.0));
        everything.put(FaultKind.DUPLICATE, 1.0);
        return new Plan(2, 1, 1, Duration.ofSeconds(20), Duration.ofSeconds(6), engine, List.of(handler),
                new FaultRates(everything, Duration.ZERO, Duration.ZERO),
                new Platform(10, 1, false, -1, Optional.empty(), Duration.ZERO, 0, 2), handling.aggregated());
    }
}
