/** What an application costs, by a dated list of prices and assumptions that are told. */
@NullMarked
package dev.punctual.template.cost;

import org.jspecify.annotations.NullMarked;
