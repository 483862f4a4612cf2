@NullMarked
package dev.punctual;

import org.jspecify.annotations.NullMarked;
