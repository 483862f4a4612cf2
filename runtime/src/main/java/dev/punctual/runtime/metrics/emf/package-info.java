/** Metrics as lines of CloudWatch's embedded metric format: no calls, no threads, one flush an invocation. */
@NullMarked
package dev.punctual.runtime.metrics.emf;

import org.jspecify.annotations.NullMarked;
