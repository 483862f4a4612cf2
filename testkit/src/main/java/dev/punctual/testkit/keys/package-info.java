@NullMarked
package dev.punctual.testkit.keys;

import org.jspecify.annotations.NullMarked;
