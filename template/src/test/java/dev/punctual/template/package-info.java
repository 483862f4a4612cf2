@NullMarked
package dev.punctual.template;

import org.jspecify.annotations.NullMarked;
