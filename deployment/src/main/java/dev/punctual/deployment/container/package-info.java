/** Container images: their class path, the cache that their JVM starts from, and what they cost. */
@NullMarked
package dev.punctual.deployment.container;

import org.jspecify.annotations.NullMarked;
