@NullMarked
package dev.punctual.testkit.faults;

import org.jspecify.annotations.NullMarked;
