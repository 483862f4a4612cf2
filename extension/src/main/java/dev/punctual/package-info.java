/** What users write: annotations on a handler, and what a handler is told about its event. */
@NullMarked
package dev.punctual;

import org.jspecify.annotations.NullMarked;
