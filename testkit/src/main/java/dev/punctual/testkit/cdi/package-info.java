/** The testkit as a bean of the application under test. */
@NullMarked
package dev.punctual.testkit.cdi;

import org.jspecify.annotations.NullMarked;
