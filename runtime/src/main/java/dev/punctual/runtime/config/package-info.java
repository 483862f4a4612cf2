/** Configuration, and the names and URLs of queues that follow from it. */
@NullMarked
package dev.punctual.runtime.config;

import org.jspecify.annotations.NullMarked;
