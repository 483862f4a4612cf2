/** How an application is to be deployed, where its declarations leave it open. */
@NullMarked
package dev.punctual.template.settings;

import org.jspecify.annotations.NullMarked;
