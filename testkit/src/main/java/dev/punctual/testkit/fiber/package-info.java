/** Threads that wait in virtual time, one of them running at a time. */
@NullMarked
package dev.punctual.testkit.fiber;

import org.jspecify.annotations.NullMarked;
