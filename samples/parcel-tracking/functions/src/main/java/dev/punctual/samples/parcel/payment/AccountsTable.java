package dev.punctual.samples.parcel.payment;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.punctual.Transaction;
import dev.punctual.runtime.ledger.DynamoDbTransaction;
import dev.punctual.samples.parcel.event.Payment;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Accounts in a DynamoDB table, an item for each sender. */
@ApplicationScoped
class AccountsTable implements Accounts {

    private final String table;

    AccountsTable(@ConfigProperty(name = "accounts.table") String table) {
        this.table = table;
    }

    @Override
    public Transaction credit(Payment payment) {
        return DynamoDbTransaction.of(TransactWriteItem.builder().update(update -> update.tableName(table)
                .key(Map.of("sender", AttributeValue.fromS(payment.sender())))
                .updateExpression("ADD cents :cents")
                .expressionAttributeValues(Map.of(":cents", AttributeValue.fromN(Integer.toString(payment.cents())))))
                .build());
    }
}
