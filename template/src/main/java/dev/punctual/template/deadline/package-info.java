/** The deadline compiler: whether each budget can hold, worked out before anything is deployed. */
@NullMarked
package dev.punctual.template.deadline;

import org.jspecify.annotations.NullMarked;
