package dev.punctual.samples.parcel.payment;

import dev.punctual.Transaction;
import dev.punctual.samples.parcel.event.Payment;

/** The senders' accounts with us. */
public interface Accounts {

    /** What adds a payment to its sender's account. */
    Transaction credit(Payment payment);
}
