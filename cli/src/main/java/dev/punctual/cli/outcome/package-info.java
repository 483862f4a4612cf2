/** How a command ends, if not by being done: what it refuses, and its exit codes. */
@NullMarked
package dev.punctual.cli.outcome;

import org.jspecify.annotations.NullMarked;
