package dev.punctual.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.UndecodableException;

/** Finds the key of an event's entry in the ledger. */
final class EntryKeys {

    /** Longer keys of users are digested: DynamoDB takes keys of up to 2,048 bytes. */
    private static final int LONGEST = 256;

    private static final Found NONE = new Found("", null);

    /**
     * A key.
     *
     * @param key the key, or an empty string where the handler has no ledger
     * @param fault what the event is to die of, where its business key cannot be read; it is kept by its record then
     */
    record Found(String key, Step.@Nullable Die fault) {
    }

    private EntryKeys() {
    }

    static Found of(EventRecord event, Envelope envelope, EventRoute route) {
        Idempotency idempotency = route.idempotency();
        if (idempotency instanceof Idempotency.None) {
            return NONE;
        }
        String byRecord = DeadLetter.id(event, route.handler());
        if (idempotency instanceof Idempotency.ByEventId && !envelope.id().isEmpty()) {
            return new Found(key(event, envelope.id(), route), null);
        }
        if (idempotency instanceof Idempotency.ByBusinessKey byKey) {
            return byBusinessKey(event, envelope, route, byKey, byRecord);
        }
        return new Found(byRecord, null);
    }

    private static Found byBusinessKey(EventRecord event, Envelope envelope, EventRoute route, Idempotency.ByBusinessKey byKey,
            String byRecord) {
        String key;
        try {
            key = byKey.key().apply(Guarded.decode(route.decoder(), envelope));
        } catch (UndecodableException e) {
            // Its first attempt finds that out again, and says what is wrong.
            return new Found(byRecord, null);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return faulty(byRecord, "its business key could not be read: " + e.getClass().getName());
        }
        return key.isBlank() ? faulty(byRecord, "its business key is empty") : new Found(key(event, key, route), null);
    }

    private static Found faulty(String byRecord, String detail) {
        return new Found(byRecord, new Step.Die(Reason.UNDECODABLE, detail));
    }

    private static String key(EventRecord event, String key, EventRoute route) {
        String bounded = key.length() <= LONGEST ? key : "sha256-" + sha256(key);
        return event.source().name() + "/=" + bounded + '#' + route.handler();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
