/** What is kept of an event that was not handled. */
@NullMarked
package dev.punctual.deadletter;

import org.jspecify.annotations.NullMarked;
