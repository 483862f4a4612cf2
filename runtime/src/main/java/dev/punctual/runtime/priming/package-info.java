/** What a function does before its first event, so that the event need not wait for it. */
@NullMarked
package dev.punctual.runtime.priming;

import org.jspecify.annotations.NullMarked;
