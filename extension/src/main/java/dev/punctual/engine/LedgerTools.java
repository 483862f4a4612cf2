package dev.punctual.engine;

import java.util.random.RandomGenerator;

/**
 * What batches need to use the ledger.
 *
 * @param ledger the ledger
 * @param random makes tokens unique
 */
record LedgerTools(LedgerAccess ledger, RandomGenerator random) {
}
