package dev.punctual.wire.payload;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import dev.punctual.event.EventRecord;
import dev.punctual.wire.payload.DataKeys.DataKey;

/**
 * Encrypts the bytes of events with AES-256-GCM: a random nonce of 12 bytes, the ciphertext, a tag of 16 bytes. The event's id
 * is authenticated with them, so that the bytes of one event cannot be put into the message of another. Safe for use by
 * several threads.
 *
 * @see <a href="https://csrc.nist.gov/pubs/sp/800/38/d/final">NIST SP 800-38D</a>
 */
final class PayloadCipher {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    /** Comes into being on first use: most functions encrypt nothing. */
    private static final class Nonces {
        private static final SecureRandom RANDOM = new SecureRandom();
    }

    /** Encrypts an event's bytes. */
    byte[] encrypt(EventRecord event, DataKey key) {
        byte[] nonce = new byte[NONCE_BYTES];
        Nonces.RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, event, key, nonce);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(event.data().length));
            cipher.doFinal(event.data(), 0, event.data().length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * Decrypts an event's bytes.
     *
     * @throws PayloadException if they are not what was encrypted for this event
     */
    byte[] decrypt(EventRecord event, byte[] sealed, DataKey key) throws PayloadException {
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new PayloadException("The bytes of " + event.id() + " cannot be decrypted: " + sealed.length
                    + " are too few");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, event, key, sealed)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new PayloadException("The bytes of " + event.id() + " cannot be decrypted: they, or the key, are not those of"
                    + " this event", e);
        }
    }

    private static Cipher cipher(int mode, EventRecord event, DataKey key, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, new SecretKeySpec(key.plain(), "AES"), new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(event.id().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
