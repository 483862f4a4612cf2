/** The page in Dev UI. */
@NullMarked
package dev.punctual.deployment.devui;

import org.jspecify.annotations.NullMarked;
