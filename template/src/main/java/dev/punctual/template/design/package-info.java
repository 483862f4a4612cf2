/** From what an application declares to its resources, and what is refused on the way. */
@NullMarked
package dev.punctual.template.design;

import org.jspecify.annotations.NullMarked;
