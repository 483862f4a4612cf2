/** What all readers of JSON share. */
@NullMarked
package dev.punctual.runtime.json;

import org.jspecify.annotations.NullMarked;
