package dev.punctual.testkit.queue;

import java.util.Optional;

/**
 * What a sender learns of its message.
 *
 * @param md5OfBody lower-case hexadecimal, which SDK clients verify
 * @param md5OfAttributes likewise; empty for a message without attributes
 */
public record SentMessage(String messageId, String md5OfBody, Optional<String> md5OfAttributes) {
}
