/** Where dead letters are, and the way to them. */
@NullMarked
package dev.punctual.cli.access;

import org.jspecify.annotations.NullMarked;
