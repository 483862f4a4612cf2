/** An application with little in it. */
@NullMarked
package dev.punctual.integration;

import org.jspecify.annotations.NullMarked;
