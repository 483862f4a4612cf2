@NullMarked
package dev.punctual.testkit;

import org.jspecify.annotations.NullMarked;
