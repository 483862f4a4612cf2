package dev.punctual.testkit.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/** A place in a shard and when it was handed out; its token is opaque to callers, as with AWS. */
record ShardIterator(String stream, long incarnation, String shardId, long index, Instant issued) {

    static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final String FORM = "1";

    String token() {
        var text = String.join("|", FORM, stream, Long.toString(incarnation), shardId, Long.toString(index),
                Long.toString(issued.toEpochMilli()));
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static ShardIterator parse(String token) {
        try {
            var parts = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == 6 && parts[0].equals(FORM)) {
                return new ShardIterator(parts[1], Long.parseLong(parts[2]), parts[3], Long.parseLong(parts[4]),
                        Instant.ofEpochMilli(Long.parseLong(parts[5])));
            }
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
        throw invalid(null);
    }

    void checkAlive(Instant now) {
        if (Duration.between(issued, now).compareTo(LIFETIME) > 0) {
            throw new KinesisException.ExpiredIterator("Iterator expired. The iterator was created at time " + issued
                    + " while right now it is " + now + " which is further in the future than the tolerated delay of "
                    + LIFETIME.toMillis() + " milliseconds.");
        }
    }

    private static KinesisException invalid(@Nullable Throwable cause) {
        var refusal = new KinesisException.InvalidArgument(
                "Invalid ShardIterator; use one that GetShardIterator or GetRecords returned.");
        if (cause != null) {
            refusal.initCause(cause);
        }
        return refusal;
    }
}
