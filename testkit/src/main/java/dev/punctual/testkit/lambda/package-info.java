@NullMarked
package dev.punctual.testkit.lambda;

import org.jspecify.annotations.NullMarked;
