package dev.punctual.wire.payload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.punctual.wire.payload.DataKeys.DataKey;

/**
 * Keeps keys for a while, as a call for each event would cost more than the event. Safe for use by several threads, which wait
 * for each other's calls.
 */
final class CachedKeys {

    /** How long one key encrypts, and how often: far less than the 2^32 times that random nonces allow. */
    private static final Duration AGE = Duration.ofMinutes(5);
    private static final int USES = 100_000;
    private static final int MOST_KEPT = 256;

    private static final class Current {
        private final DataKey key;
        private final Instant end;
        private int uses;

        private Current(DataKey key, Instant end) {
            this.key = key;
            this.end = end;
        }
    }

    private final DataKeys keys;
    private final InstantSource clock;
    // Guarded by this, as is the other.
    private final Map<String, Current> current = new HashMap<>();
    private final Map<String, DataKey> unwrapped = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DataKey> eldest) {
            return size() > MOST_KEPT;
        }
    };

    CachedKeys(DataKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The key to encrypt with now. */
    synchronized DataKey current(String source) throws PayloadException {
        Current found = current.get(source);
        if (found == null || found.uses >= USES || !clock.instant().isBefore(found.end)) {
            found = new Current(keys.make(source), clock.instant().plus(AGE));
            current.put(source, found);
        }
        found.uses++;
        return found.key;
    }

    /** The key that something was encrypted with. */
    synchronized DataKey unwrapped(String wrapped, String source) throws PayloadException {
        String name = source + ' ' + wrapped;
        DataKey found = unwrapped.get(name);
        if (found == null) {
            found = keys.unwrap(wrapped, source);
            unwrapped.put(name, found);
        }
        return found;
    }
}
