@NullMarked
package dev.punctual.template.cost;

import org.jspecify.annotations.NullMarked;
