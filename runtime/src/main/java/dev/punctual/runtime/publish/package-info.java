/** Publishing through the AWS SDK, as the application is configured. */
@NullMarked
package dev.punctual.runtime.publish;

import org.jspecify.annotations.NullMarked;
