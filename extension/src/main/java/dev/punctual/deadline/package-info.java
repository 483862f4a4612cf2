/** Time budgets and deadlines: values and arithmetic, no clock. */
@NullMarked
package dev.punctual.deadline;

import org.jspecify.annotations.NullMarked;
