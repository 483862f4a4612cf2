/** The commands below {@code punctual dead-letters}, one a class. */
@NullMarked
package dev.punctual.cli.deadletters;

import org.jspecify.annotations.NullMarked;
