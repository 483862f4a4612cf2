/** What people do with dead letters: find, explain, mend, redrive and discard them. */
@NullMarked
package dev.punctual.operator;

import org.jspecify.annotations.NullMarked;
