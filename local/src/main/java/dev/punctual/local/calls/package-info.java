/** Which of their operations the endpoints were called for, and by whom. */
@NullMarked
package dev.punctual.local.calls;

import org.jspecify.annotations.NullMarked;
