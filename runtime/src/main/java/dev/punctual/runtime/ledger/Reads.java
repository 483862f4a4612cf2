package dev.punctual.runtime.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.LedgerException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Reads items, consistently, 100 in a call: as many single calls would cost as much money and more time. Keys that DynamoDB
 * leaves out are asked for again.
 */
final class Reads {

    private static final int MOST_KEYS = 100;
    private static final AttributeValue NONE = AttributeValue.fromS("");

    private final DynamoDbClient client;
    private final String table;
    private final ItemFormat format;
    private final Fanout fanout;
    private final Patience patience;

    Reads(DynamoDbClient client, String table, ItemFormat format, Fanout fanout, Patience patience) {
        this.client = client;
        this.table = table;
        this.format = format;
        this.fanout = fanout;
        this.patience = patience;
    }

    Map<String, LedgerItem> read(List<String> keys) {
        List<String> distinct = List.copyOf(new LinkedHashSet<>(keys));
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < distinct.size(); from += MOST_KEYS) {
            parts.add(distinct.subList(from, Math.min(from + MOST_KEYS, distinct.size())));
        }
        Map<String, LedgerItem> found = new HashMap<>();
        fanout.each(parts, this::readPart).forEach(found::putAll);
        return found;
    }

    private Map<String, LedgerItem> readPart(List<String> keys) {
        Map<String, String> byPartitionKey = new HashMap<>();
        keys.forEach(key -> byPartitionKey.put(LegalText.key(key), key));
        KeysAndAttributes wanted = KeysAndAttributes.builder().consistentRead(true).keys(byPartitionKey.keySet().stream()
                .map(key -> Map.of(ItemFormat.KEY, AttributeValue.fromS(key))).toList()).build();
        Map<String, LedgerItem> found = new HashMap<>();
        for (int tries = 1;; tries++) {
            BatchGetItemResponse response = ask(wanted);
            for (Map<String, AttributeValue> item : response.responses().getOrDefault(table, List.of())) {
                String key = byPartitionKey.get(String.valueOf(item.getOrDefault(ItemFormat.KEY, NONE).s()));
                if (key != null) {
                    found.put(key, format.read(key, item));
                }
            }
            KeysAndAttributes left = response.unprocessedKeys().get(table);
            if (left == null || left.keys().isEmpty()) {
                return found;
            }
            if (!patience.again(tries)) {
                throw new LedgerException("DynamoDB left out " + left.keys().size() + " of " + keys.size() + " items, "
                        + tries + " times; the table '" + table + "' may be throttled", null);
            }
            wanted = left;
        }
    }

    private BatchGetItemResponse ask(KeysAndAttributes wanted) {
        try {
            return client.batchGetItem(request -> request.requestItems(Map.of(table, wanted)));
        } catch (SdkException e) {
            throw new LedgerException(Faults.sentence(e, table), e);
        }
    }
}
