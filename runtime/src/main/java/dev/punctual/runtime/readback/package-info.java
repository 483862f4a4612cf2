/** Records that Lambda gave up on, read back from where they still are. */
@NullMarked
package dev.punctual.runtime.readback;

import org.jspecify.annotations.NullMarked;
