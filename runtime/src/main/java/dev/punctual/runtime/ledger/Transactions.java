package dev.punctual.runtime.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.punctual.spi.LedgerResult;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Writes the ledger's item and a handler's effects together. */
final class Transactions {

    /** What became of a transaction that DynamoDB cancelled. */
    private enum Verdict {
        OURS_REFUSED,
        EFFECTS_REFUSED,
        IN_EACH_OTHERS_WAY
    }

    /** Reads what the table holds where our part of a transaction was refused. */
    @FunctionalInterface
    interface Conflicts {
        /**
         * @param old what DynamoDB tells, may be empty
         */
        LedgerResult conflict(Map<String, AttributeValue> old);
    }

    private final DynamoDbClient client;
    private final String table;
    private final Patience patience;

    Transactions(DynamoDbClient client, String table, Patience patience) {
        this.client = client;
        this.table = table;
        this.patience = patience;
    }

    /**
     * @param token of the item: the same request is made again with the same token, and DynamoDB carries it out once
     */
    LedgerResult write(Put ours, String token, DynamoDbTransaction effects, Conflicts conflicts) {
        // Ours comes last, so that each of the effects keeps its place among the reasons.
        List<TransactWriteItem> all = new ArrayList<>(effects.writes());
        all.add(TransactWriteItem.builder().put(ours).build());
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder().transactItems(all)
                .clientRequestToken(UUID.nameUUIDFromBytes(token.getBytes(StandardCharsets.UTF_8)).toString()).build();
        for (int tries = 1;; tries++) {
            try {
                client.transactWriteItems(request);
                return LedgerResult.WRITTEN;
            } catch (TransactionCanceledException e) {
                Verdict verdict = verdict(e);
                if (verdict == Verdict.OURS_REFUSED) {
                    return conflicts.conflict(e.cancellationReasons().get(all.size() - 1).item());
                }
                if (verdict == Verdict.EFFECTS_REFUSED) {
                    return new LedgerResult.Refused(e);
                }
                if (!patience.again(tries)) {
                    return new LedgerResult.Refused(e);
                }
            } catch (TransactionInProgressException e) {
                if (!patience.again(tries)) {
                    return new LedgerResult.Failed("the transaction is in progress for too long");
                }
            } catch (DynamoDbException e) {
                return Faults.isRefusal(e) ? new LedgerResult.Refused(e)
                        : new LedgerResult.Failed(Faults.sentence(e, table));
            } catch (SdkException e) {
                return new LedgerResult.Failed(Faults.sentence(e, table));
            }
        }
    }

    private static Verdict verdict(TransactionCanceledException cancelled) {
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        if (reasons.isEmpty()) {
            return Verdict.EFFECTS_REFUSED;
        }
        if ("ConditionalCheckFailed".equals(reasons.get(reasons.size() - 1).code())) {
            return Verdict.OURS_REFUSED;
        }
        boolean passing = reasons.stream().map(CancellationReason::code).allMatch(Transactions::mayPass);
        return passing ? Verdict.IN_EACH_OTHERS_WAY : Verdict.EFFECTS_REFUSED;
    }

    private static boolean mayPass(String code) {
        return switch (code) {
            case "None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> true;
            default -> false;
        };
    }
}
