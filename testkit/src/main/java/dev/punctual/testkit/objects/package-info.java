@NullMarked
package dev.punctual.testkit.objects;

import org.jspecify.annotations.NullMarked;
