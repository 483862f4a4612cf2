/** One batch's life: attempts, parking, dead letters, outcomes. */
@NullMarked
package dev.punctual.engine;

import org.jspecify.annotations.NullMarked;
