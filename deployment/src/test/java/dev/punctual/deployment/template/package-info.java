@NullMarked
package dev.punctual.deployment.template;

import org.jspecify.annotations.NullMarked;
