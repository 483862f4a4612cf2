/** The world outside: people, machines and banks, made up. */
@NullMarked
package dev.punctual.samples.parcel.outside;

import org.jspecify.annotations.NullMarked;
