/** From an application's handlers and configuration to its deployment: what the build writes to {@code target/punctual}. */
@NullMarked
package dev.punctual.deployment.template;

import org.jspecify.annotations.NullMarked;
