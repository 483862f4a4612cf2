/** Whether the handlers' deadlines can hold as the application is deployed, and how their events' time is spent. */
@NullMarked
package dev.punctual.template.deadline;

import org.jspecify.annotations.NullMarked;
