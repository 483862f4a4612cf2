package dev.punctual.testkit.keys;

/**
 * What encrypting returns.
 *
 * @param keyArn of the key that did
 * @param plaintext must not be changed
 * @param ciphertext must not be changed
 */
public record Encrypted(String keyArn, byte[] plaintext, byte[] ciphertext) {
}
