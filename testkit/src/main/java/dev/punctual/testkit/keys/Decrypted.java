package dev.punctual.testkit.keys;

/**
 * What decrypting returns.
 *
 * @param keyArn of the key that did
 * @param plaintext must not be changed
 */
public record Decrypted(String keyArn, byte[] plaintext) {
}
