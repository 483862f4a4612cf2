package dev.punctual.testkit.queue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The MD5 digests by which SDK clients verify messages.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">AWS's
 *      description of the digest over attributes</a>
 */
public final class MessageDigests {

    private static final byte TEXT = 1;
    private static final byte BINARY = 2;

    private MessageDigests() {
    }

    /** The digest of a body, lower-case hexadecimal. */
    public static String ofBody(String body) {
        return HexFormat.of().formatHex(md5().digest(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The digest of attributes, lower-case hexadecimal; empty without any. */
    public static Optional<String> ofAttributes(Map<String, MessageAttribute> attributes) {
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        var md5 = md5();
        new TreeMap<>(attributes).forEach((name, attribute) -> {
            update(md5, name.getBytes(StandardCharsets.UTF_8));
            update(md5, attribute.dataType().getBytes(StandardCharsets.UTF_8));
            md5.update(attribute instanceof MessageAttribute.Binary ? BINARY : TEXT);
            update(md5, attribute.bytes());
        });
        return Optional.of(HexFormat.of().formatHex(md5.digest()));
    }

    private static void update(MessageDigest md5, byte[] value) {
        md5.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        md5.update(value);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no MD5, which SQS clients verify messages with", e);
        }
    }
}
