/** How events go through an application, for people and for programs. */
@NullMarked
package dev.punctual.template.topology;

import org.jspecify.annotations.NullMarked;
