/** Event methods and dead-letter methods: found, validated all at once, and handed to the running application. */
@NullMarked
package dev.punctual.deployment.handler;

import org.jspecify.annotations.NullMarked;
