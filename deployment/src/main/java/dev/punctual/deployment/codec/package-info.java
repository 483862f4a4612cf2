/** Chooses how each payload type is read and written, and generates what can be generated. */
@NullMarked
package dev.punctual.deployment.codec;

import org.jspecify.annotations.NullMarked;
