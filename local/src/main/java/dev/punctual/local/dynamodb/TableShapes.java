package dev.punctual.local.dynamodb;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Addressed;

/** The requests and responses of the operations on tables. */
final class TableShapes {

    private TableShapes() {
    }

    record KeyElement(@Nullable String attributeName, @Nullable String keyType) {
    }

    /** The request of CreateTable and DescribeTable. */
    record Named(@Nullable String tableName, @Nullable List<KeyElement> keySchema) implements Addressed {

        @Override
        public String resource() {
            return tableName == null ? "" : tableName;
        }
    }

    record Created(Description tableDescription) {
    }

    record Described(Description table) {
    }

    record Description(String tableName, String tableStatus, List<KeyElement> keySchema, long itemCount) {
    }

    record TimeToLive(@Nullable String attributeName, @Nullable Boolean enabled) {
    }

    /** The request and response of UpdateTimeToLive. */
    record TimeToLiveOf(@Nullable String tableName, @Nullable TimeToLive timeToLiveSpecification) {
    }
}
