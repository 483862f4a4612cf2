/** What an application declares: its handlers, what feeds them and what they publish. */
@NullMarked
package dev.punctual.template.application;

import org.jspecify.annotations.NullMarked;
