package dev.punctual.runtime.metrics.emf;

import java.util.SortedMap;

/**
 * A metric of one invocation.
 *
 * @param name of the metric
 * @param unit one of CloudWatch's
 * @param dimensions by name, at most {@link EmfDocuments#MOST_DIMENSIONS}
 * @param value what is told
 */
record Sample(String name, String unit, SortedMap<String, String> dimensions, Value value) {

    /** What is told of it. */
    sealed interface Value {
    }

    /** A sum, or what a gauge shows. */
    record Number(double value) implements Value {
    }

    /** How values are distributed. */
    record Values(Distribution.Snapshot values) implements Value {
    }
}
