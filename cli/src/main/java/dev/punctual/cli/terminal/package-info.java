/** What people see while a command runs: tables, progress, questions. */
@NullMarked
package dev.punctual.cli.terminal;

import org.jspecify.annotations.NullMarked;
