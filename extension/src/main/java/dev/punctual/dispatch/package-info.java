/** From an event to the handlers that want it. */
@NullMarked
package dev.punctual.dispatch;

import org.jspecify.annotations.NullMarked;
