@NullMarked
package dev.punctual.template.deadline;

import org.jspecify.annotations.NullMarked;
