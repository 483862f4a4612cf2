@NullMarked
package dev.punctual.testkit.time;

import org.jspecify.annotations.NullMarked;
