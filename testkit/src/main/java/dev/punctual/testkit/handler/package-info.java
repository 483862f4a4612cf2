/** Handlers of plain objects: their annotations read by reflection, their payloads by Jackson. */
@NullMarked
package dev.punctual.testkit.handler;

import org.jspecify.annotations.NullMarked;
