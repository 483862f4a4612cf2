@NullMarked
package dev.punctual.local.wire;

import org.jspecify.annotations.NullMarked;
