package dev.punctual.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes a failing run smaller: leaves out ever smaller shares of its parts as long as the same invariant is violated.
 *
 * <p>
 * This is delta debugging (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002) on the parts
 * that a run is made of. The result is minimal: in no draw that was tried can a single part be left out.
 */
final class Shrinker {

    private static final int DRAWS = 10;

    private final Simulation simulation;

    Shrinker(Simulation simulation) {
        this.simulation = simulation;
    }

    SimulationResult shrink(SimulationResult failed) {
        if (failed.violations().isEmpty()) {
            throw new IllegalArgumentException("Shrinker#shrink: seed " + failed.seed() + " violates nothing");
        }
        int invariant = failed.violations().get(0).invariant();
        var smallest = failed;
        int shares = 2;
        while (!sheer(smallest).isEmpty() && shares > 0) {
            var smaller = withoutOneShare(smallest, shares, invariant);
            if (smaller.isPresent()) {
                smallest = smaller.get();
                shares = Math.max(2, shares - 1);
            } else {
                shares = next(shares, sheer(smallest).size());
            }
        }
        return smallest;
    }

    /** 0 once each part has been tried by itself. */
    private static int next(int shares, int parts) {
        return shares >= parts ? 0 : Math.min(parts, shares * 2);
    }

    private Optional<SimulationResult> withoutOneShare(SimulationResult failed, int shares, int invariant) {
        var parts = sheer(failed);
        for (int i = 0; i < shares; i++) {
            List<String> rest = new ArrayList<>(parts.subList(0, parts.size() * i / shares));
            rest.addAll(parts.subList(parts.size() * (i + 1) / shares, parts.size()));
            var smaller = anyDraw(failed, rest, invariant);
            if (smaller.isPresent()) {
                return smaller;
            }
        }
        return Optional.empty();
    }

    /** Leaving something out changes what comes after it, so what is left gets several chances to fail. */
    private Optional<SimulationResult> anyDraw(SimulationResult failed, List<String> parts, int invariant) {
        return IntStream.rangeClosed(0, DRAWS).mapToObj(draw -> tryOut(failed, parts, draw)).flatMap(Optional::stream)
                .filter(result -> result.violates(invariant) && sheer(result).size() < sheer(failed).size()).findFirst();
    }

    private Optional<SimulationResult> tryOut(SimulationResult failed, List<String> parts, int draw) {
        var drawn = new ArrayList<>(parts);
        if (draw > 0) {
            drawn.add(Keep.DRAW + draw);
        } else {
            failed.parts().stream().filter(Shrinker::isDraw).forEach(drawn::add);
        }
        try {
            return Optional.of(simulation.run(failed.seed(), drawn));
        } catch (IllegalStateException e) {
            // It breaks off instead, which is another failure.
            return Optional.empty();
        }
    }

    private static List<String> sheer(SimulationResult result) {
        return result.parts().stream().filter(part -> !isDraw(part)).toList();
    }

    private static boolean isDraw(String part) {
        return part.startsWith(Keep.DRAW);
    }
}
