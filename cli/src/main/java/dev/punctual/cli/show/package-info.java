/** Dead letters as text for people, and as JSON for scripts. */
@NullMarked
package dev.punctual.cli.show;

import org.jspecify.annotations.NullMarked;
