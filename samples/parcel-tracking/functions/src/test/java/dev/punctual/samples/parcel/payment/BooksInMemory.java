package dev.punctual.samples.parcel.payment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import dev.punctual.Transaction;
import dev.punctual.samples.parcel.event.Payment;
import dev.punctual.spi.InMemoryLedger;

/** Accounts beside the ledger of tests, which is in memory. */
@Alternative
@Priority(1)
@ApplicationScoped
public class BooksInMemory implements Accounts {

    private final Map<String, Integer> cents = new ConcurrentHashMap<>();

    @Override
    public Transaction credit(Payment payment) {
        InMemoryLedger.Effects effects = () -> cents.merge(payment.sender(), payment.cents(), Integer::sum);
        return effects;
    }

    /** What is in a sender's account. */
    public int of(String sender) {
        return cents.getOrDefault(sender, 0);
    }
}
