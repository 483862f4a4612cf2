package dev.punctual.samples.parcel.payment;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import dev.punctual.EventContext;
import dev.punctual.OnEvent;
import dev.punctual.samples.parcel.event.Sources;

/** Keeps every payment as it came; what it cannot keep is not tried again. */
@ApplicationScoped
public class Archive {

    private static final Logger LOG = Logger.getLogger(Archive.class);
    private static final int LONGEST = 1_000;

    @OnEvent(stream = Sources.PAYMENTS)
    void keep(byte[] payment, EventContext context) {
        if (payment.length > LONGEST) {
            throw new IllegalArgumentException(payment.length + " bytes are too many for the archive, which takes " + LONGEST);
        }
        LOG.debugf("%s is in the archive", context.id());
    }
}
