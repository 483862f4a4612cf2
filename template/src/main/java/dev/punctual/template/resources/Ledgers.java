package dev.punctual.template.resources;

import java.util.List;

import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.stack.Stack;

/** The table that keeps outcomes, where handlers are idempotent. */
public final class Ledgers {

    static final String ID = "LedgerTable";

    private Ledgers() {
    }

    /** The table's name where it is deployed. */
    public static Value name() {
        return Value.ref(ID);
    }

    static List<Resource> of(Stack stack) {
        return stack.hasLedger() ? List.of(table(stack).retainedOnDeletion()) : List.of();
    }

    private static Resource table(Stack stack) {
        Members properties = Value.members().and("TableName", Value.sub("${ApplicationName}-ledger"))
                .and("BillingMode", "PAY_PER_REQUEST")
                .and("AttributeDefinitions",
                        Value.items(Value.members().and("AttributeName", "pk").and("AttributeType", "S")))
                .and("KeySchema", Value.items(Value.members().and("AttributeName", "pk").and("KeyType", "HASH")))
                .and("TimeToLiveSpecification", Value.members().and("AttributeName", "expires").and("Enabled", true))
                .and("PointInTimeRecoverySpecification", Value.members().and("PointInTimeRecoveryEnabled", true));
        return Resource.of(ID, "AWS::DynamoDB::Table", stack.hasKey()
                ? properties.and("SSESpecification", Value.members().and("SSEEnabled", true).and("SSEType", "KMS")
                        .and("KMSMasterKeyId", Keys.arn(stack.settings().key())))
                : properties);
    }
}
