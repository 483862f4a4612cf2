package dev.punctual.samples.parcel.payment;

import jakarta.enterprise.context.ApplicationScoped;

import dev.punctual.EventContext;
import dev.punctual.Idempotent;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.samples.parcel.event.Payment;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.samples.parcel.outside.NoLongerThereException;
import dev.punctual.samples.parcel.outside.World;

/** Asks the senders' banks for money, and books it: once, whatever is delivered twice or crashes. */
@ApplicationScoped
public class Payments {

    private final World world;
    private final Accounts accounts;

    Payments(World world, Accounts accounts) {
        this.world = world;
        this.accounts = accounts;
    }

    @OnEvent(stream = Sources.PAYMENTS, type = Sources.PAID)
    @RetryWithin(value = "60s", permanent = NoLongerThereException.class)
    @Idempotent(key = "paymentId")
    void book(Payment payment, EventContext context) {
        world.call(payment.sender(), context.attempt());
        context.transact(accounts.credit(payment));
    }

    @OnEvent(stream = Sources.PAYMENTS, type = Sources.REFUNDED)
    @RetryWithin(value = "1h", permanent = NoLongerThereException.class)
    @Idempotent(key = "paymentId")
    void refund(Payment payment, EventContext context) {
        world.call(payment.sender(), context.attempt());
    }
}
