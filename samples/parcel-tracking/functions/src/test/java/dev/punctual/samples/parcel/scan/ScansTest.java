package dev.punctual.samples.parcel.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.Reason;
import dev.punctual.samples.parcel.event.Scan;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.World;
import dev.punctual.testkit.PunctualTest;
import dev.punctual.testkit.PutEvent;

class ScansTest {

    private static final byte[] PHOTO = new byte[700_000];

    @AutoClose
    private final PunctualTest punctual = PunctualTest.forHandlers(new Scans(new World(false)));

    private PutEvent scan(String scanner, byte[] photo) {
        return punctual.put(Sources.HAND_SCANS, "p-1", new Scan("p-1", scanner, "north", photo));
    }

    @Test
    void tellsWhereTheParcelIs() {
        PutEvent scan = scan("scanner-7", PHOTO);
        punctual.runUntilIdle();

        punctual.event(scan).isHandled().afterAttempts(1);
        assertThat(punctual.events()).last().satisfies(moved -> {
            assertThat(moved.source()).isEqualTo(Sources.PARCELS);
            assertThat(moved.type()).isEqualTo(Sources.MOVED);
            assertThat(moved.partitionKey()).isEqualTo("p-1");
        });
    }

    @Test
    void readsAgainWhatAFlakyScannerHasTaken() {
        PutEvent scan = scan("flaky-scanner", PHOTO);
        punctual.runUntilIdle();

        punctual.event(scan).isHandled().afterAttempts(3);
    }

    @Test
    void keepsALetterOfAPhotoThatShowsNothing() {
        PutEvent scan = scan("scanner-7", new byte[0]);
        punctual.runUntilIdle();

        punctual.event(scan).isDeadLettered(Reason.PERMANENT).afterAttempts(1);
        assertThat(punctual.events()).containsExactly(scan);
    }
}
