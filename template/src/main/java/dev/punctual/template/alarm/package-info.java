/** What is watched: alarms, the one that tells of a broken promise, and the dashboard. */
@NullMarked
package dev.punctual.template.alarm;

import org.jspecify.annotations.NullMarked;
