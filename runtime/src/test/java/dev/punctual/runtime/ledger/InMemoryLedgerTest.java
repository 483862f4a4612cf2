package dev.punctual.runtime.ledger;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.Transaction;
import dev.punctual.spi.InMemoryLedger;
import dev.punctual.spi.OutcomeLedger;

class InMemoryLedgerTest extends TransactionContract {

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<String> effects = new ArrayList<>();

    @Override
    OutcomeLedger ledger() {
        return ledger;
    }

    @Override
    Transaction effect(String name) {
        return (InMemoryLedger.Effects) () -> {
            if (effects.contains(name)) {
                throw new IllegalStateException(name + " is there");
            }
            effects.add(name);
        };
    }

    @Override
    List<String> effects() {
        return effects;
    }
}
