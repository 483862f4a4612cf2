/** What the ledger holds of an event and of a key, and the pure decisions about it. */
@NullMarked
package dev.punctual.ledger;

import org.jspecify.annotations.NullMarked;
