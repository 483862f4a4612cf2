package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.Optional;

/**
 * What the end of a process costs the events that it had, at most.
 *
 * @param inFirst of the stream function: until a stream's mapping, or the queue's, has delivered them again
 * @param inRetry of the retry function: until they are visible again; empty where events do not go there
 */
public record Crash(Duration inFirst, Optional<Duration> inRetry) {

    /** The worse of both. */
    public Duration worst() {
        return inRetry.map(retry -> Spans.max(inFirst, retry)).orElse(inFirst);
    }
}
