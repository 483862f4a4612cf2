/** What is logged, and what log lines say of the event that they are about. */
@NullMarked
package dev.punctual.runtime.logging;

import org.jspecify.annotations.NullMarked;
