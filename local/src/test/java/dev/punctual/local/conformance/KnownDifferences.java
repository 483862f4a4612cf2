package dev.punctual.local.conformance;

import java.util.List;

/** All differences that were seen, and judged by AWS's documentation. */
final class KnownDifferences {

    static final List<KnownDifference> ALL = List.of();

    private KnownDifferences() {
    }
}
