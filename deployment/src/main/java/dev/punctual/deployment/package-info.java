@NullMarked
package dev.punctual.deployment;

import org.jspecify.annotations.NullMarked;
