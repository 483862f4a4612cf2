package dev.punctual.template;

/**
 * A file that the build writes.
 *
 * @param name its name in {@code target/punctual}
 * @param text what it holds
 */
public record Document(String name, String text) {
}
