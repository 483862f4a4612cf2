/** How an application's streams, handlers, queues and functions hang together: for machines, and as a picture. */
@NullMarked
package dev.punctual.template.topology;

import org.jspecify.annotations.NullMarked;
