@NullMarked
package dev.punctual.template.alarm;

import org.jspecify.annotations.NullMarked;
