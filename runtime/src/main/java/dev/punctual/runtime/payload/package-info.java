/** Where applications keep the bytes of parked events and dead letters, as configured. */
@NullMarked
package dev.punctual.runtime.payload;

import org.jspecify.annotations.NullMarked;
