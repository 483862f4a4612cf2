@NullMarked
package dev.punctual.local.conformance;

import org.jspecify.annotations.NullMarked;
