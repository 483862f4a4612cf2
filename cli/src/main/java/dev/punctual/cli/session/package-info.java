/** What a command runs in: its streams, its person, its end by Ctrl-C. */
@NullMarked
package dev.punctual.cli.session;

import org.jspecify.annotations.NullMarked;
