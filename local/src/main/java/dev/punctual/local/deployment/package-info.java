/** An application as its template deploys it, on this machine. */
@NullMarked
package dev.punctual.local.deployment;

import org.jspecify.annotations.NullMarked;
