@NullMarked
package dev.punctual.testkit.queue;

import org.jspecify.annotations.NullMarked;
