/** What the build makes of an application for its deployment: templates, topology, deadlines and costs. */
@NullMarked
package dev.punctual.template;

import org.jspecify.annotations.NullMarked;
