package dev.punctual.samples.food.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class AccountsTest {

    private final Accounts accounts = new Accounts();

    @Test
    void tellsAnEventThatIsNeitherHandledNorDead() {
        accounts.accepted("orders/0:1");
        accounts.accepted("orders/0:2");
        accounts.accepted("orders/0:3");
        accounts.handled(new Accounts.Handled("orders/0:1", "notify", 0, 40, 60));
        accounts.died(new Accounts.Letter("orders/0:2#notify", "orders/0:2", "PERMANENT"));

        Report report = accounts.report(3, 1);

        assertThat(accounts.areSettled()).isFalse();
        assertThat(report.lost()).isEqualTo(1);
        assertThat(report.deadLettered()).isEqualTo(Map.of("PERMANENT", 1));
        assertThat(report.isPromiseKept()).isFalse();
    }

    @Test
    void countsWhatHappenedTwice() {
        accounts.accepted("orders/0:1");
        accounts.handled(new Accounts.Handled("orders/0:1", "notify", 0, 40, 60));
        accounts.handled(new Accounts.Handled("orders/0:1", "notify", 2, 900, 100));
        accounts.died(new Accounts.Letter("orders/0:1#notify", "orders/0:1", "DEADLINE"));

        Report report = accounts.report(1, 1);

        assertThat(report.handled()).isEqualTo(1);
        assertThat(report.duplicates()).as("handled again, and handled and dead").isEqualTo(2);
        assertThat(report.isPromiseKept()).isTrue();
    }

    @Test
    void breaksThePromiseForOneLateAttempt() {
        accounts.attempted(true);

        assertThat(accounts.report(0, 1).isPromiseKept()).isFalse();
    }

    @Test
    void tellsPercentilesByTheNearestRank() {
        for (int i = 1; i <= 200; i++) {
            accounts.handled(new Accounts.Handled("orders/0:" + i, "notify", 0, i, 1_000));
        }

        assertThat(accounts.report(200, 1).latencyMillis()).isEqualTo(new Report.Latency(100, 198, 200));
    }
}
