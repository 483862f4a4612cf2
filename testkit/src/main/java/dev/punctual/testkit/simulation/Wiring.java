package dev.punctual.testkit.simulation;

import java.time.InstantSource;
import java.util.List;

import dev.punctual.dispatch.OrderRule;
import dev.punctual.engine.BatchItem;
import dev.punctual.engine.EngineSettings;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.OutcomeLedger;
import dev.punctual.spi.RetryQueue;

/** How the engine is put among the models; mutants in tests change one thing each, to prove that the checker sees it. */
interface Wiring {

    /** Changes nothing. */
    Wiring FAITHFUL = new Wiring() {
    };

    default RetryQueue retryQueue(RetryQueue queue) {
        return queue;
    }

    default DeadLetterQueue deadLetterQueue(DeadLetterQueue queue) {
        return queue;
    }

    default OutcomeLedger ledger(OutcomeLedger ledger) {
        return ledger;
    }

    default OrderRule order(OrderRule order) {
        return order;
    }

    default EngineSettings settings(EngineSettings settings) {
        return settings;
    }

    default RetryPolicy policy(RetryPolicy policy) {
        return policy;
    }

    default BatchItem item(BatchItem item, InstantSource clock) {
        return item;
    }

    /** The ids that the answer names. */
    default List<String> failures(List<ItemOutcome> outcomes) {
        return outcomes.stream().filter(outcome -> !outcome.outcome().acknowledged()).map(ItemOutcome::itemId).toList();
    }

    /** Whether the mappings are told to heed answers. */
    default boolean reportsItemFailures() {
        return true;
    }
}
