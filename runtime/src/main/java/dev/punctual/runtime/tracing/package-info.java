/** Spans of invocations, attempts and published events; only in applications that have OpenTelemetry. */
@NullMarked
package dev.punctual.runtime.tracing;

import org.jspecify.annotations.NullMarked;
