/** What came off the wire: records, their sources, and the envelope around a payload. */
@NullMarked
package dev.punctual.event;

import org.jspecify.annotations.NullMarked;
