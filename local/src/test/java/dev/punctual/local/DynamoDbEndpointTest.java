package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbEndpointTest {

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final DynamoDbClient client = Clients.dynamoDb(endpoints);

    @BeforeEach
    void createTable() {
        endpoints.tables().createTable("t", List.of("pk"));
        put(Map.of("pk", s("a"), "n", n("5"), "text", s("hello")), null);
    }

    @AfterEach
    void close() {
        client.close();
        endpoints.close();
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(String number) {
        return AttributeValue.fromN(number);
    }

    private void put(Map<String, AttributeValue> item, String condition) {
        client.putItem(request -> {
            request.tableName("t").item(item).conditionExpression(condition)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
            if (condition != null) {
                request.expressionAttributeValues(Map.of(":five", n("5.0"), ":hello", s("hello"), ":he", s("he")))
                        .expressionAttributeNames(Map.of("#n", "n"));
            }
        });
    }

    private Map<String, AttributeValue> get(String key) {
        return client.getItem(request -> request.tableName("t").key(Map.of("pk", s(key))).consistentRead(true)).item();
    }

    private void transact(String token, List<Consumer<TransactWriteItem.Builder>> items) {
        client.transactWriteItems(request -> request.clientRequestToken(token).transactItems(
                items.stream().map(item -> TransactWriteItem.builder().applyMutation(item).build()).toList()));
    }

    private static Consumer<TransactWriteItem.Builder> update(String expression, String condition) {
        return item -> item.update(update -> update.tableName("t").key(Map.of("pk", s("a"))).updateExpression(expression)
                .conditionExpression(condition).expressionAttributeValues(Map.of(":one", n("1"), ":x", s("x"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "attribute_exists(pk)", "attribute_not_exists(other)", "#n = :five", "#n <> :hello",
            "n >= :five AND text = :hello", "n < :five OR text = :hello", "NOT n > :five",
            "(n = :five) and begins_with(text, :he)",
            "n <= :five and not (text = :he or other = :five)" })
    void putsWhereAConditionHolds(String condition) {
        put(Map.of("pk", s("a"), "new", s("yes")), condition);

        assertThat(get("a")).containsKey("new");
    }

    @ParameterizedTest
    @ValueSource(strings = { "attribute_not_exists(pk)", "#n <> :five", "n > :five", "text < :he", "other = :five",
            "n = :hello", "n = :five and n = :hello", "begins_with(text, :five)" })
    void showsTheItemWhereAConditionDoesNotHold(String condition) {
        assertThatExceptionOfType(ConditionalCheckFailedException.class)
                .isThrownBy(() -> put(Map.of("pk", s("a"), "new", s("yes")), condition))
                .satisfies(refused -> assertThat(refused.item()).containsEntry("text", s("hello")));
        assertThat(get("a")).doesNotContainKey("new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "size(text) > :five; does not know", "a.b = :five; no document paths",
            "n = :absent; :absent", "#absent = :five; #absent", "n =; more is expected", "n = :five :five; the end is expected",
            "n BETWEEN :five AND :five; does not know", "n ! :five; syntax error" })
    void refusesConditionsThatItDoesNotKnow(String condition, String why) {
        assertThatExceptionOfType(DynamoDbException.class).isThrownBy(() -> put(Map.of("pk", s("b")), condition))
                .satisfies(refused -> {
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
                    assertThat(refused.awsErrorDetails().errorMessage()).contains(why);
                });
        assertThat(get("b")).isEmpty();
    }

    @Test
    void makesTransactionsAsAWholeOrNotAtAll() {
        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> transact("1", List.of(
                        item -> item.put(put -> put.tableName("t").item(Map.of("pk", s("b")))),
                        update("ADD n :one", "text = :x"))))
                .satisfies(cancelled -> assertThat(cancelled.cancellationReasons()).extracting(reason -> reason.code())
                        .containsExactly("None", "ConditionalCheckFailed"));
        assertThat(get("b")).isEmpty();

        transact("2", List.of(item -> item.put(put -> put.tableName("t").item(Map.of("pk", s("b")))),
                update("SET n = n + :one, m = if_not_exists(m, :one) REMOVE text", null)));

        assertThat(get("b")).isNotEmpty();
        assertThat(get("a")).containsEntry("n", n("6")).containsEntry("m", n("1")).doesNotContainKey("text");
    }

    @Test
    void makesATransactionOncePerToken() {
        transact("1", List.of(update("ADD n :one", null)));
        transact("1", List.of(update("ADD n :one", null)));

        assertThat(get("a")).containsEntry("n", n("6"));
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> transact("1", List.of(update("SET n = :x", null))))
                .satisfies(refused -> assertThat(refused.awsErrorDetails().errorCode())
                        .isEqualTo("IdempotentParameterMismatchException"));
    }

    @Test
    void deletesAndChecksInTransactions() {
        transact("1", List.of(item -> item.delete(delete -> delete.tableName("t").key(Map.of("pk", s("a")))),
                item -> item.conditionCheck(check -> check.tableName("t").key(Map.of("pk", s("b")))
                        .conditionExpression("attribute_not_exists(pk)"))));

        assertThat(get("a")).isEmpty();
    }

    @Test
    void refusesTwoChangesOfOneItem() {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> transact("1", List.of(update("ADD n :one", null), update("ADD n :one", null))))
                .withMessageContaining("multiple operations on one item");
    }

    @Test
    void refusesWhatIsTooLargeOrTwice() {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> put(Map.of("pk", s("b"), "text", s("x".repeat(410_000))), null))
                .withMessageContaining("maximum allowed size");
        assertThatExceptionOfType(DynamoDbException.class).isThrownBy(() -> put(Map.of("pk", s("x".repeat(2_049))), null))
                .withMessageContaining("1 to 2048");
        assertThatExceptionOfType(DynamoDbException.class).isThrownBy(() -> read(List.of("a", "a")))
                .withMessageContaining("duplicates");
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> read(IntStream.range(0, 101).mapToObj(i -> "k" + i).toList()))
                .withMessageContaining("between 1 and 100");
    }

    private List<Map<String, AttributeValue>> read(List<String> keys) {
        return client.batchGetItem(request -> request.requestItems(Map.of("t",
                KeysAndAttributes.builder().keys(keys.stream().map(key -> Map.of("pk", s(key))).toList()).build())))
                .responses().get("t");
    }

    @Test
    void readsManyItems() {
        assertThat(read(List.of("a", "b"))).singleElement().satisfies(item -> assertThat(item).containsEntry("pk", s("a")));
    }

    @Test
    void refusesATableThatIsNotThereAndOperationsThatItDoesNotKnow() {
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> client.describeTable(request -> request.tableName("absent")))
                .withMessageContaining("non-existent table: absent");
        assertThatExceptionOfType(DynamoDbException.class).isThrownBy(() -> client.scan(request -> request.tableName("t")))
                .withMessageContaining("DynamoDB_20120810.Scan is not known here");
    }
}
