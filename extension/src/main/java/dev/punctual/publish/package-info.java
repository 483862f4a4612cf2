/**
 * Publishing: events gather in a lane for each stream, are packed into records, and sent until they are accepted or given up.
 */
@NullMarked
package dev.punctual.publish;

import org.jspecify.annotations.NullMarked;
