package dev.punctual.samples.parcel.care;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.punctual.OnDeadLetter;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.samples.parcel.event.Parcel;

/** Writes to senders of parcels that go no further, and tells the team of everything else. */
@ApplicationScoped
public class CustomerCare {

    private static final Logger LOG = Logger.getLogger(CustomerCare.class);

    @OnDeadLetter(handler = "Doorbells.ring")
    void nobodyAtHome(Parcel parcel, DeadLetter letter) {
        LOG.infof("Dear %s, nobody has opened for your parcel %s (%s)", parcel.sender(), parcel.parcelId(), letter.reason());
    }

    @OnDeadLetter
    void alert(DeadLetter letter) {
        LOG.warnf("Somebody should look into %s of %s (%s)", letter.id(), letter.handler(), letter.reason());
    }
}
