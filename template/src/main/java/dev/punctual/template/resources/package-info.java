/** From typed resources to those of a template. */
@NullMarked
package dev.punctual.template.resources;

import org.jspecify.annotations.NullMarked;
