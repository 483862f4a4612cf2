package dev.punctual.runtime.ledger;

import static dev.punctual.runtime.ledger.LedgerSamples.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.punctual.ledger.EventState;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** What becomes of a transaction by what DynamoDB answers. */
class TransactionsTest {

    private static final TransactWriteItem EFFECT = TransactWriteItem.builder()
            .put(Put.builder().tableName("effects").item(Map.of("pk", AttributeValue.fromS("paid"))).build()).build();

    private final Deque<RuntimeException> answers = new ArrayDeque<>();
    private final List<TransactWriteItemsRequest> requests = new ArrayList<>();

    private final DynamoDbClient client = new DynamoDbClient() {
        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            requests.add(request);
            if (answers.isEmpty()) {
                return TransactWriteItemsResponse.builder().build();
            }
            throw answers.size() == 1 ? answers.peek() : answers.remove();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    private LedgerResult transact() {
        DynamoDbLedger ledger = new DynamoDbLedger(client, new DynamoDbLedger.Place("ledger", LedgerSamples.TTL),
                () -> LedgerSamples.NOW, Runnable::run, (wakeUps, atMost) -> {
                }, new Random(1));
        return ledger.write(List.of(new LedgerWrite(entry("k", "token-2", EventState.HANDLED), Optional.of("token-1"),
                Optional.of(DynamoDbTransaction.of(EFFECT))))).get(0);
    }

    private static TransactionCanceledException cancelled(String... codes) {
        return (TransactionCanceledException) TransactionCanceledException.builder().statusCode(400)
                .cancellationReasons(
                        Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList())
                .build();
    }

    private static RuntimeException refusal(String code, int status) {
        return DynamoDbException.builder().statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build()).build();
    }

    @Test
    void keepsTheEffectsPlacesAmongTheReasonsAndMakesEachTryWithTheSameToken() {
        answers.add(cancelled("TransactionConflict", "None"));
        answers.add(TransactionInProgressException.builder().statusCode(400).build());
        answers.add(cancelled("None", "ThrottlingError"));
        answers.add(cancelled("ConditionalCheckFailed", "None"));

        assertThat(transact()).isInstanceOf(LedgerResult.Refused.class);
        assertThat(requests).hasSize(4).allSatisfy(request -> {
            assertThat(request.transactItems().get(0)).isEqualTo(EFFECT);
            assertThat(request.transactItems().get(1).put().tableName()).isEqualTo("ledger");
            assertThat(request.clientRequestToken()).hasSizeLessThanOrEqualTo(36);
        });
        assertThat(requests.stream().map(TransactWriteItemsRequest::clientRequestToken).collect(Collectors.toSet())).hasSize(1);
        assertThat(new HashSet<>(requests)).hasSize(1);
    }

    @Test
    void refusesWhatStaysInOthersWay() {
        TransactionCanceledException conflict = cancelled("TransactionConflict", "None");
        answers.add(conflict);

        assertThat(transact()).isEqualTo(new LedgerResult.Refused(conflict));
        assertThat(requests).hasSize(Patience.TRIES);
    }

    @Test
    void handsTheHandlerWhatDynamoDbSaysOfARequestThatCannotBeMade() {
        RuntimeException invalid = refusal("ValidationException", 400);
        answers.add(invalid);

        assertThat(transact()).isEqualTo(new LedgerResult.Refused(invalid));
    }

    @Test
    void doesNotKnowWhatAServerErrorOrALostConnectionLeaves() {
        answers.add(refusal("InternalServerError", 500));
        assertThat(transact()).isEqualTo(new LedgerResult.Failed("DynamoDB answered 500 InternalServerError"));

        answers.clear();
        answers.add(SdkClientException.create("gone"));
        assertThat(transact()).isInstanceOf(LedgerResult.Failed.class);
    }

    @Test
    void doesNotKnowWhatBecomesOfATransactionThatIsInProgressForTooLong() {
        answers.add(TransactionInProgressException.builder().statusCode(400).build());

        assertThat(transact()).isEqualTo(new LedgerResult.Failed("the transaction is in progress for too long"));
    }

    @Test
    void takes1To99Effects() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(DynamoDbTransaction::of)
                .withMessageContaining("must be 1 to 99 writes, were 0");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new DynamoDbTransaction(IntStream.range(0, 100).mapToObj(i -> EFFECT).toList()))
                .withMessageContaining("were 100");
        assertThat(DynamoDbTransaction.of(EFFECT)).hasToString("DynamoDbTransaction[1 writes]");
    }
}
