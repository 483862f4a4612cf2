@NullMarked
package dev.punctual.testkit.stream;

import org.jspecify.annotations.NullMarked;
