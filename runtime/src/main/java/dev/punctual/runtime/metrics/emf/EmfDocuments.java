package dev.punctual.runtime.metrics.emf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts metrics together into as few documents as can be. In a document, a metric has one value, and a dimension one, so that
 * what was measured of two handlers takes two.
 *
 * @see <a href=
 *      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *      Embedded metric format</a>
 */
final class EmfDocuments {

    /** The most metrics of a directive. */
    static final int MOST_METRICS = 100;
    /** The most dimensions of a metric. */
    static final int MOST_DIMENSIONS = 30;

    /**
     * One document.
     *
     * @param dimensions every dimension that one of its metrics has
     * @param directives metrics by the names of their dimensions
     */
    record Document(SortedMap<String, String> dimensions, Map<Set<String>, List<Sample>> directives, Set<String> names) {

        private Document() {
            this(new TreeMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        }

        private boolean takes(Sample sample) {
            List<Sample> others = directives.getOrDefault(sample.dimensions().keySet(), List.of());
            return others.size() < MOST_METRICS && !names.contains(sample.name()) && !dimensions.containsKey(sample.name())
                    && sample.dimensions().entrySet().stream().allMatch(this::agrees);
        }

        private boolean agrees(Map.Entry<String, String> dimension) {
            return dimension.getValue().equals(dimensions.getOrDefault(dimension.getKey(), dimension.getValue()))
                    && !names.contains(dimension.getKey());
        }

        private void add(Sample sample) {
            dimensions.putAll(sample.dimensions());
            names.add(sample.name());
            directives.computeIfAbsent(sample.dimensions().keySet(), key -> new ArrayList<>()).add(sample);
        }
    }

    private EmfDocuments() {
    }

    /** Documents that hold all of the metrics. */
    static List<Document> of(List<Sample> samples) {
        List<Document> documents = new ArrayList<>();
        for (Sample sample : samples) {
            documents.stream().filter(document -> document.takes(sample)).findFirst().orElseGet(() -> {
                Document document = new Document();
                documents.add(document);
                return document;
            }).add(sample);
        }
        return documents;
    }
}
