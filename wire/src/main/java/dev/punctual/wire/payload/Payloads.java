package dev.punctual.wire.payload;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

import dev.punctual.deadletter.LetterData;
import dev.punctual.event.EventRecord;
import dev.punctual.wire.payload.DataKeys.DataKey;

/**
 * Puts the bytes of events into messages, encrypted if so wanted, and into an object store where they do not fit; and gets them
 * back. Safe for use by several threads.
 */
public final class Payloads {

    /** The most bytes of a message of SQS: 1 MiB. */
    public static final int MAXIMUM_MESSAGE = 1_048_576;

    /** Bytes stay in their messages, as they are; whatever is elsewhere or encrypted cannot be had. */
    public static final Payloads INLINE = new Payloads(Optional.empty(), false, Optional.empty(), InstantSource.system());

    private static final byte[] NONE = {};
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    /** Writes the message of an event. */
    @FunctionalInterface
    public interface Form {
        /**
         * The text of the message.
         *
         * @param event with the bytes that the message is to hold
         * @param data where the bytes are, and whether they are encrypted
         */
        String write(EventRecord event, LetterData data);
    }

    private final Optional<CachedKeys> keys;
    private final boolean encrypts;
    private final Optional<ClaimCheck> claimCheck;
    private final PayloadCipher cipher = new PayloadCipher();

    /**
     * @param keys needed to encrypt, and to read what is encrypted
     * @param encrypts whether all bytes are encrypted; those that were before are, whatever this says
     * @param claimCheck keeps what does not fit into a message
     * @throws IllegalArgumentException if it is to encrypt without keys
     */
    public Payloads(Optional<DataKeys> keys, boolean encrypts, Optional<ClaimCheck> claimCheck, InstantSource clock) {
        if (encrypts && keys.isEmpty()) {
            throw new IllegalArgumentException("there are no keys to encrypt with");
        }
        this.keys = keys.map(given -> new CachedKeys(given, clock));
        this.encrypts = encrypts;
        this.claimCheck = claimCheck;
    }

    /**
     * The message of an event with its bytes as they are.
     *
     * @param before how the bytes were kept before: what was encrypted stays so
     * @return text that may still be too long, if no object store is there to keep the bytes
     * @throws PayloadException if the bytes could not be encrypted or kept
     */
    public String stow(EventRecord event, LetterData before, Form form) throws PayloadException {
        String dataKey = dataKey(before);
        if (!encrypts && dataKey.isEmpty()) {
            return keep(event, LetterData.INLINE, form);
        }
        String source = event.source().name();
        CachedKeys given = requireKeys(event);
        DataKey key = encrypts ? given.current(source) : given.unwrapped(dataKey, source);
        return keep(event.withData(cipher.encrypt(event, key)), new LetterData.Encrypted(key.wrapped()), form);
    }

    /**
     * The message of an event that is passed on as it was found.
     *
     * @param event with the bytes that its former message held
     * @param data as its former message said
     * @return text that may still be too long, if no object store is there to keep the bytes
     * @throws PayloadException if the bytes could not be encrypted or kept
     */
    public String forward(EventRecord event, LetterData data, Form form) throws PayloadException {
        return data instanceof LetterData.Inline ? stow(event, data, form) : keep(event, data, form);
    }

    private String keep(EventRecord event, LetterData data, Form form) throws PayloadException {
        String text = form.write(event, data);
        if (claimCheck.isEmpty() || !claimCheck.get().keeps() || event.data().length == 0 || fits(text)) {
            return text;
        }
        return form.write(event.withData(NONE), claimCheck.get().keep(event.source().name(), event.data(), dataKey(data)));
    }

    private static boolean fits(String text) {
        return text.length() <= MAXIMUM_MESSAGE / MOST_BYTES_OF_A_CHARACTER
                || text.getBytes(StandardCharsets.UTF_8).length <= MAXIMUM_MESSAGE;
    }

    /**
     * The bytes of an event as they are: fetched, checked and decrypted where they must be.
     *
     * @param event with the bytes that its message held
     * @param data as its message said
     * @throws PayloadException if they cannot be had, or are not what the message says
     */
    public byte[] open(EventRecord event, LetterData data) throws PayloadException {
        if (data instanceof LetterData.Missing missing) {
            throw new PayloadException("The bytes of " + event.id() + " are missing: " + missing.why());
        }
        byte[] bytes = event.data();
        if (data instanceof LetterData.Elsewhere elsewhere) {
            bytes = claimCheck.orElseThrow(() -> new PayloadException("The bytes of " + event.id() + " are at "
                    + elsewhere.location() + ", and no bucket is allowed here")).fetch(elsewhere);
        }
        String dataKey = dataKey(data);
        return dataKey.isEmpty() ? bytes
                : cipher.decrypt(event, bytes, requireKeys(event).unwrapped(dataKey, event.source().name()));
    }

    private CachedKeys requireKeys(EventRecord event) throws PayloadException {
        return keys.orElseThrow(
                () -> new PayloadException("The bytes of " + event.id() + " are encrypted, and there is no key service here"));
    }

    private static String dataKey(LetterData data) {
        if (data instanceof LetterData.Encrypted encrypted) {
            return encrypted.dataKey();
        }
        return data instanceof LetterData.Elsewhere elsewhere ? elsewhere.dataKey() : "";
    }
}
