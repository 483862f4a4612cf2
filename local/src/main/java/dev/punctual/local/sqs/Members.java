package dev.punctual.local.sqs;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.aws.AwsException;

/** Reads members of SQS' requests that may be absent. */
final class Members {

    private Members() {
    }

    static <T> T required(@Nullable T value, String member) {
        if (value == null) {
            throw new AwsException("MissingParameter", "The request must contain the parameter " + member + ".", 400);
        }
        return value;
    }

    /** The entries of a batch, none of them null; an absent batch is empty, which the model refuses. */
    static <T> List<T> entries(@Nullable List<@Nullable T> entries, String member) {
        return entries == null ? List.of() : entries.stream().map(entry -> required(entry, member)).toList();
    }

    /** Without entries that are null. */
    static <T> Map<String, T> map(@Nullable Map<String, @Nullable T> map) {
        Map<String, T> present = new TreeMap<>();
        if (map != null) {
            map.forEach((name, value) -> {
                if (value != null) {
                    present.put(name, value);
                }
            });
        }
        return present;
    }

    /** Without elements that are null. */
    static <T> List<T> list(@Nullable List<@Nullable T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    static Optional<Duration> seconds(@Nullable Integer seconds) {
        return Optional.ofNullable(seconds).map(Duration::ofSeconds);
    }
}
