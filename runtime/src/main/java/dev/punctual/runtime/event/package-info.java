/** What Lambda hands to a function: which source it is of, and the answer to it. */
@NullMarked
package dev.punctual.runtime.event;

import org.jspecify.annotations.NullMarked;
