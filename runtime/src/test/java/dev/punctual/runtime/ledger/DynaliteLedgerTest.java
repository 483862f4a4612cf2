package dev.punctual.runtime.ledger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

import dev.punctual.spi.OutcomeLedger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The emulator has no transactions, and does not return the item that a condition failed on. */
@DisabledIfSystemProperty(named = "punctual.conformance.npm", matches = "false")
class DynaliteLedgerTest extends OutcomeLedgerContract {

    private static DynaliteProcess dynalite;
    private static DynamoDbClient client;

    @BeforeAll
    static void start() {
        dynalite = DynaliteProcess.start();
        client = Tables.client(dynalite.uri());
        Tables.create(client, Tables.LEDGER);
    }

    @AfterAll
    static void stop() {
        client.close();
        dynalite.close();
    }

    @Override
    OutcomeLedger ledger() {
        return Tables.ledger(client);
    }
}
