/** A custom runtime of Lambda's: the process polls Lambda itself, over one kept-alive connection. */
@NullMarked
package dev.punctual.runtime.lambda;

import org.jspecify.annotations.NullMarked;
