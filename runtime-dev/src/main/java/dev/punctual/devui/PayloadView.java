package dev.punctual.devui;

/**
 * An event's payload as a person can read it.
 *
 * @param form what it is shown as: {@code JSON}, {@code text}, {@code bytes}, or the name of the class it was decoded to
 * @param text cut where it is long
 * @param size how many bytes the whole record has
 * @param note what must be known of it, such as that it was cut, or an empty string
 */
public record PayloadView(String form, String text, int size, String note) {
}
