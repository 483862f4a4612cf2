/** Templates of the user's own, merged into those of the build. */
@NullMarked
package dev.punctual.template.merge;

import org.jspecify.annotations.NullMarked;
