/** The resources of an application on AWS, typed, and what they ask of each other. */
@NullMarked
package dev.punctual.template.stack;

import org.jspecify.annotations.NullMarked;
