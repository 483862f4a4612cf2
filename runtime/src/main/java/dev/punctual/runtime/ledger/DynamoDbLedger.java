package dev.punctual.runtime.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

import org.jboss.logging.Logger;

import dev.punctual.Transaction;
import dev.punctual.engine.Pause;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.LedgerException;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.OutcomeLedger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The ledger in one DynamoDB table with the partition key {@code pk} (S), no sort key, and time to live on {@code expires};
 * safe for use by several threads.
 *
 * <p>
 * Each item is put on the condition that the one it replaces has the expected token, or that there is none.
 */
public final class DynamoDbLedger implements OutcomeLedger {

    /** How many calls of one batch are made at once. */
    public static final int CONCURRENCY = 32;

    /** DynamoDB takes items of 400 KiB; a ledger's item is a few hundred bytes, unless very many events of one key wait. */
    private static final int LARGEST = 350 * 1_024;

    private static final Logger LOG = Logger.getLogger(DynamoDbLedger.class);

    /**
     * Where and for how long.
     *
     * @param table the table's name
     * @param timeToLive how long an item is kept after it was last written
     */
    public record Place(String table, Duration timeToLive) {
    }

    private final DynamoDbClient client;
    private final String table;
    private final ItemFormat format;
    private final Fanout fanout;
    private final Reads reads;
    private final Transactions transactions;

    /**
     * @param clock tells when items expire
     * @param executor makes calls; used while there is more than one to make
     * @param pause waits before a call is made again
     * @param random draws the jitter of such waits; safe for use by several threads
     */
    public DynamoDbLedger(DynamoDbClient client, Place place, InstantSource clock, Executor executor, Pause pause,
            RandomGenerator random) {
        this.client = client;
        this.table = place.table();
        this.format = new ItemFormat(place.timeToLive(), clock);
        this.fanout = new Fanout(executor, CONCURRENCY);
        Patience patience = new Patience(pause, random);
        this.reads = new Reads(client, table, format, fanout, patience);
        this.transactions = new Transactions(client, table, patience);
    }

    @Override
    public Map<String, LedgerItem> read(List<String> keys) {
        return reads.read(keys);
    }

    @Override
    public List<LedgerResult> write(List<LedgerWrite> writes) {
        return fanout.each(writes, this::writeSafely);
    }

    private LedgerResult writeSafely(LedgerWrite write) {
        try {
            return write(write);
        } catch (LedgerException e) {
            return new LedgerResult.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Neither the item's key nor what the SDK says of it belongs in a log: keys may come from payloads.
            LOG.errorf("An item of the ledger could not be written: %s", e.getClass().getName());
            return new LedgerResult.Failed(e.getClass().getName());
        }
    }

    private LedgerResult write(LedgerWrite write) {
        Attributes item = format.write(write.item());
        if (item.size() > LARGEST) {
            return new LedgerResult.Failed("an item has grown to " + item.size()
                    + " bytes, more than " + LARGEST + ": too many events of one key wait for each other");
        }
        Put put = put(item, write.expectedToken());
        Transaction effects = write.effects().orElse(null);
        if (effects == null) {
            return put(put, write.item().key());
        }
        if (effects instanceof DynamoDbTransaction ours) {
            return transactions.write(put, write.item().token(), ours, old -> conflict(write.item().key(), old));
        }
        return new LedgerResult.Refused(new IllegalArgumentException(
                "the DynamoDB ledger takes a DynamoDbTransaction, not " + effects.getClass().getName()));
    }

    private Put put(Attributes item, Optional<String> expectedToken) {
        Put.Builder put = Put.builder().tableName(table).item(item.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (expectedToken.isEmpty()) {
            return put.conditionExpression("attribute_not_exists(" + ItemFormat.KEY + ")").build();
        }
        return put.conditionExpression("#token = :expected").expressionAttributeNames(Map.of("#token", ItemFormat.TOKEN))
                .expressionAttributeValues(Map.of(":expected", AttributeValue.fromS(LegalText.of(expectedToken.get()))))
                .build();
    }

    private LedgerResult put(Put put, String key) {
        try {
            client.putItem(request -> {
                request.tableName(put.tableName()).item(put.item()).conditionExpression(put.conditionExpression())
                        .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure());
                if (put.hasExpressionAttributeValues()) {
                    request.expressionAttributeNames(put.expressionAttributeNames())
                            .expressionAttributeValues(put.expressionAttributeValues());
                }
            });
            return LedgerResult.WRITTEN;
        } catch (ConditionalCheckFailedException e) {
            return conflict(key, e.hasItem() ? e.item() : Map.of());
        } catch (SdkException e) {
            return new LedgerResult.Failed(Faults.sentence(e, table));
        }
    }

    /** Some servers do not tell the item; and there may be none. */
    private LedgerResult conflict(String key, Map<String, AttributeValue> old) {
        return new LedgerResult.Conflict(old.isEmpty() ? Optional.ofNullable(reads.read(List.of(key)).get(key))
                : Optional.of(format.read(key, old)));
    }
}
