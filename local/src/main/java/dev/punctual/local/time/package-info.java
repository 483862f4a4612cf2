@NullMarked
package dev.punctual.local.time;

import org.jspecify.annotations.NullMarked;
