package dev.punctual.runtime.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import dev.punctual.publish.OutboundEvent;
import dev.punctual.publish.Transport;

class EndOfInvocationTest {

    private static final Instant NOW = Instant.EPOCH;

    private final FakeTransport transport = new FakeTransport();
    private final EndOfInvocation end = new EndOfInvocation(Optional.of(transport), InstantSource.fixed(NOW),
            Duration.ofMillis(250));

    /** Remembers what it is asked for. */
    private static final class FakeTransport implements Transport {
        final List<UnderWay> underWay = new ArrayList<>();
        final List<Duration> waits = new ArrayList<>();
        boolean inTime = true;
        int abandoned;

        @Override
        public UnderWay send(String stream, OutboundEvent event, Instant latest) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UnderWay> underWay() {
            return underWay;
        }

        @Override
        public boolean await(List<UnderWay> events, Duration atMost) {
            waits.add(atMost);
            return inTime;
        }

        @Override
        public int abandon(String why) {
            abandoned++;
            return underWay.size();
        }
    }

    @Test
    void doesNotWaitWhereNothingIsUnderWay() {
        end.settle(NOW.plusSeconds(5));

        assertThat(transport.waits).isEmpty();
    }

    @Test
    void waitsForWhatIsUnderWayAndKeepsTheGuardFree() {
        transport.underWay.add(new Transport.UnderWay("e-1", new CompletableFuture<>()));

        end.settle(NOW.plusSeconds(5));

        assertThat(transport.waits).containsExactly(Duration.ofMillis(4_750));
        assertThat(transport.abandoned).isZero();
    }

    @Test
    void givesUpTheRestWhenTimeRunsOut() {
        transport.underWay.add(new Transport.UnderWay("e-1", new CompletableFuture<>()));
        transport.inTime = false;

        end.settle(NOW.plusSeconds(5));
        end.settle(NOW.plusMillis(100));

        assertThat(transport.waits).hasSize(1);
        assertThat(transport.abandoned).isEqualTo(2);
    }
}
