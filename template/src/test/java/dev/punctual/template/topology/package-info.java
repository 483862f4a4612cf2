@NullMarked
package dev.punctual.template.topology;

import org.jspecify.annotations.NullMarked;
