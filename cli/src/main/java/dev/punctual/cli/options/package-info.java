/** Options that several commands share. */
@NullMarked
package dev.punctual.cli.options;

import org.jspecify.annotations.NullMarked;
