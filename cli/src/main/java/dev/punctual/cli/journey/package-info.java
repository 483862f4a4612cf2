/** {@code punctual journey}. */
@NullMarked
package dev.punctual.cli.journey;

import org.jspecify.annotations.NullMarked;
