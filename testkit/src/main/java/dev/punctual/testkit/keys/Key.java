package dev.punctual.testkit.keys;

import java.security.GeneralSecurityException;
import java.util.Map;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A symmetric key, which seals with AES-256 in Galois/Counter Mode.
 *
 * @param id a UUID
 */
record Key(String id, String arn, SecretKey material) {

    static final int BYTES = 32;
    static final int VECTOR_BYTES = 12;

    private static final int TAG_BITS = 128;

    static Key of(String id, String arn, byte[] material) {
        return new Key(id, arn, new SecretKeySpec(material, "AES"));
    }

    Ciphertext seal(byte[] plaintext, byte[] vector, Map<String, String> context) {
        try {
            return new Ciphertext(id, vector, cipher(Cipher.ENCRYPT_MODE, vector, context).doFinal(plaintext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot encrypt with AES/GCM", e);
        }
    }

    byte[] open(Ciphertext ciphertext, Map<String, String> context) {
        if (ciphertext.vector().length != VECTOR_BYTES || ciphertext.sealed().length < TAG_BITS / Byte.SIZE) {
            throw KmsException.invalidCiphertext();
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, ciphertext.vector(), context).doFinal(ciphertext.sealed());
        } catch (AEADBadTagException e) {
            throw (KmsException) KmsException.invalidCiphertext().initCause(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot decrypt with AES/GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] vector, Map<String, String> context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, material, new GCMParameterSpec(TAG_BITS, vector));
        cipher.updateAAD(Ciphertext.canonical(context));
        return cipher;
    }
}
