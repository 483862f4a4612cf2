package dev.punctual.samples.parcel.registration;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.Reason;
import dev.punctual.samples.parcel.event.AddressCheck;
import dev.punctual.samples.parcel.event.Parcel;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.World;
import dev.punctual.testkit.CloudEvent;
import dev.punctual.testkit.PunctualTest;
import dev.punctual.testkit.PutEvent;

class RegistrationsTest {

    private final World world = new World(false);

    @AutoClose
    private final PunctualTest punctual = PunctualTest.forHandlers(new Registrations(world), new Addresses(world));

    private PutEvent register(String sender) {
        return punctual.put(Sources.PARCELS, "p-1", CloudEvent.of(Sources.REGISTERED, new Parcel("p-1", sender, "ben")));
    }

    @Test
    void printsLabelsOnPrintersThatAnswerLate() {
        PutEvent registered = register("flaky-printer");
        punctual.runUntilIdle();

        punctual.event(registered).isHandled().afterAttempts(3).within(Duration.ofSeconds(30));
    }

    @Test
    void givesUpPrintersThatNeverAnswerWhenTheTimeIsOver() {
        PutEvent registered = register("busy-printer");
        punctual.runUntilIdle();

        punctual.event(registered).isDeadLettered(Reason.DEADLINE).within(Duration.ofSeconds(30));
    }

    @Test
    void doesNotCallSendersTwiceThatAreGone() {
        PutEvent registered = register("gone-shop");
        punctual.runUntilIdle();

        punctual.event(registered).isDeadLettered(Reason.PERMANENT).afterAttempts(1);
    }

    @Test
    void asksTownsAgainThatDoNotAnswer() {
        PutEvent check = punctual.send(Sources.ADDRESS_CHECKS, new AddressCheck("p-1", "flaky-springfield"));
        punctual.runUntilIdle();

        punctual.event(check).isHandled().afterAttempts(3).within(Duration.ofMinutes(1));
    }
}
