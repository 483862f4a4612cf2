/** Dead letters in Quarkus' Dev UI; on the class path of an application in dev mode only. */
@NullMarked
package dev.punctual.devui;

import org.jspecify.annotations.NullMarked;
