package dev.punctual.template.design;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.punctual.template.finding.Finding;

/**
 * A property of the configuration, for findings.
 *
 * @param name all of it
 */
record Property(String name) {

    static Property ofFunction(String role, String what) {
        return new Property("quarkus.punctual.template.function.\"" + role + "\"." + what);
    }

    static Property ofStream(String stream, String what) {
        return new Property("quarkus.punctual.template.stream.\"" + stream + "\"." + what);
    }

    static Property ofQueue(String queue, String what) {
        return new Property("quarkus.punctual.template.queue.\"" + queue + "\"." + what);
    }

    /** A finding if a number is out of its range. */
    List<Finding> inRange(long got, long least, long most, String unit) {
        return got >= least && got <= most ? List.of()
                : List.of(Finding.error(name, got + unit + " is out of range",
                        String.format(Locale.ROOT, "set %,d to %,d%s", least, most, unit)));
    }

    /** A finding if a duration is out of its range, or not in whole seconds. */
    List<Finding> inSeconds(Duration got, long least, long most) {
        if (got.getNano() != 0) {
            return List.of(Finding.error(name, text(got) + " is not in whole seconds",
                    "set " + text(Duration.ofSeconds(got.toSeconds() + 1))));
        }
        return got.toSeconds() >= least && got.toSeconds() <= most ? List.of()
                : List.of(Finding.error(name, text(got) + " is out of range",
                        "set " + text(Duration.ofSeconds(least)) + " to " + text(Duration.ofSeconds(most))));
    }

    /** A finding if an ARN is none of a kind. */
    List<Finding> isArn(Optional<String> got, ArnKind kind) {
        return got.filter(arn -> !kind.matches(arn))
                .map(arn -> List.of(Finding.error(name, "'" + arn + "' is not the ARN of " + kind.described(),
                        "give one such as " + kind.example())))
                .orElse(List.of());
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
