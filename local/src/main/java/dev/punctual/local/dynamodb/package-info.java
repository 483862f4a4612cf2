/** DynamoDB on the wire: what an outcome ledger and the transactions beside it need, in memory. */
@NullMarked
package dev.punctual.local.dynamodb;

import org.jspecify.annotations.NullMarked;
