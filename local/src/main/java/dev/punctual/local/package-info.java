@NullMarked
package dev.punctual.local;

import org.jspecify.annotations.NullMarked;
