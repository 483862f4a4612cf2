/** How a journey is shown. */
@NullMarked
package dev.punctual.journey.view;

import org.jspecify.annotations.NullMarked;
