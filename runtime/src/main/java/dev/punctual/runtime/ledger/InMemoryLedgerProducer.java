package dev.punctual.runtime.ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.punctual.spi.InMemoryLedger;
import dev.punctual.spi.OutcomeLedger;
import io.quarkus.arc.DefaultBean;

/** Makes the ledger in memory; a bean of applications in development mode and tests only. */
@Singleton
public class InMemoryLedgerProducer {

    @Produces
    @Singleton
    @DefaultBean
    OutcomeLedger ledger() {
        return new InMemoryLedger();
    }
}
