@NullMarked
package dev.punctual.testkit.mapping;

import org.jspecify.annotations.NullMarked;
