@NullMarked
package dev.punctual.local.lambda;

import org.jspecify.annotations.NullMarked;
