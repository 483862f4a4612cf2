package dev.punctual.runtime.ledger;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import dev.punctual.engine.Pause;
import dev.punctual.runtime.config.LedgerConfig;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.priming.Draws;
import dev.punctual.spi.OutcomeLedger;
import io.quarkus.arc.DefaultBean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes the ledger in DynamoDB; a bean of applications with {@code @Idempotent} handlers only. */
@Singleton
public class DynamoDbLedgerProducer {

    // Threads come into being with the first batch of calls, and end when there has been none for a minute.
    private final ExecutorService executor;

    /** Takes no thread yet. */
    public DynamoDbLedgerProducer() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AtomicInteger number = new AtomicInteger();
        this.executor = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "punctual-ledger-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    @Produces
    @Singleton
    @DefaultBean
    OutcomeLedger ledger(PunctualConfig settings, DynamoDbClient client) {
        Connections.keep(DynamoDbLedger.CONCURRENCY);
        LedgerConfig ledger = settings.ledger();
        return new DynamoDbLedger(client, new DynamoDbLedger.Place(ledger.table(), ledger.ttl()), InstantSource.system(),
                executor, Pause.REAL, Draws.OF_THIS_PROCESS);
    }

    /** Ends the threads, which would hold on to an application that is reloaded. */
    @PreDestroy
    void close() {
        executor.shutdownNow();
    }
}
