/** When to try again: policies and one pure decision. */
@NullMarked
package dev.punctual.retry;

import org.jspecify.annotations.NullMarked;
