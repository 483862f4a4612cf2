/** The outcome ledger in a DynamoDB table, and transactions with it. */
@NullMarked
package dev.punctual.runtime.ledger;

import org.jspecify.annotations.NullMarked;
