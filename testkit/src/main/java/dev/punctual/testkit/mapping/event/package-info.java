@NullMarked
package dev.punctual.testkit.mapping.event;

import org.jspecify.annotations.NullMarked;
