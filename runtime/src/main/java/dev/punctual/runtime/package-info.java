@NullMarked
package dev.punctual.runtime;

import org.jspecify.annotations.NullMarked;
