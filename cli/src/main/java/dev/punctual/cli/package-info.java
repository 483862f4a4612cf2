/** The command {@code punctual}: its root, what it runs in, and how it ends. */
@NullMarked
package dev.punctual.cli;

import org.jspecify.annotations.NullMarked;
