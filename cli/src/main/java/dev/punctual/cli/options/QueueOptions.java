package dev.punctual.cli.options;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.cli.access.Place;
import dev.punctual.cli.outcome.Refusal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which dead-letter queue is meant, and the way to it. */
public final class QueueOptions {

    private static final Duration LONGEST_HOLD = Duration.ofHours(12);

    @Option(names = "--source", paramLabel = "NAME", order = 1, description = "The stream or queue whose dead letters are meant: NAME-dead-letter and NAME-retry.")
    private @Nullable String source;

    @Option(names = "--queue", paramLabel = "NAME|URL", order = 2, description = "The dead-letter queue, where it has another name.")
    private @Nullable String queue;

    @Option(names = "--retry-queue", paramLabel = "NAME|URL", order = 3, description = "The retry queue, where it has another name.")
    private @Nullable String retryQueue;

    @Option(names = "--region", paramLabel = "REGION", order = 4, description = "The AWS region, if it is not that of the profile.")
    private @Nullable String region;

    @Option(names = "--profile", paramLabel = "NAME", order = 5, description = "The profile of AWS' configuration files.")
    private @Nullable String profile;

    @Option(names = "--endpoint", paramLabel = "URL", order = 6, description = "The endpoint of SQS, if it is not AWS' own.")
    private @Nullable URI endpoint;

    @Option(names = "--hold", paramLabel = "DURATION", defaultValue = "15m", order = 7, description = "How long letters are held from others at most, while they are worked with (default: ${DEFAULT-VALUE}).")
    private String hold = "15m";

    @Mixin
    private PayloadOptions payloads = new PayloadOptions();

    /**
     * Where letters are.
     *
     * @throws Refusal if the options do not say, or contradict each other
     */
    public Place place() {
        return new Place(QueueNames.of(source, queue, retryQueue), Optional.ofNullable(endpoint), Optional.ofNullable(region),
                Optional.ofNullable(profile), hold(), payloads.place());
    }

    private Duration hold() {
        Duration value = Durations.parse("--hold", hold);
        if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(LONGEST_HOLD) > 0) {
            throw new Refusal("--hold is '" + hold + "'; SQS holds for 1s to 12h");
        }
        return value;
    }

    /** Collects a command line. */
    interface Words {
        void add(String option, @Nullable Object value);
    }

    /** The options as they were given, for a command line that goes on. */
    public String again() {
        StringBuilder text = new StringBuilder();
        Words words = (option, value) -> {
            if (value != null) {
                text.append(' ').append(option).append(' ').append(Shell.quoted(value.toString()));
            }
        };
        words.add("--source", source);
        words.add("--queue", queue);
        words.add("--retry-queue", retryQueue);
        words.add("--region", region);
        words.add("--profile", profile);
        words.add("--endpoint", endpoint);
        payloads.again(words);
        return text.toString();
    }
}
