package dev.punctual.wire.payload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import dev.punctual.deadletter.LetterData;

/**
 * Keeps bytes that do not fit into a message as objects, and gets them back. An object is named by its content, so the same
 * bytes are kept once; who keeps a message longer than others must see that its object lives as long. Safe for use by several
 * threads.
 */
public final class ClaimCheck {

    /** The most bytes that are read: the largest record of a Kinesis stream, 10 MiB, and half as much again. */
    public static final int LIMIT = 15 * 1024 * 1024;

    private static final String SCHEME = "s3://";

    /**
     * How objects are kept.
     *
     * @param bucket where they are kept, if they are
     * @param prefix what their keys begin with
     * @param others further buckets that messages may name
     */
    public record Settings(Optional<String> bucket, String prefix, Set<String> others) {

        boolean allows(String name) {
            return bucket.filter(name::equals).isPresent() || others.contains(name);
        }
    }

    private final ObjectStore objects;
    private final Settings settings;

    public ClaimCheck(ObjectStore objects, Settings settings) {
        this.objects = objects;
        this.settings = settings;
    }

    /** Whether there is a bucket to keep bytes in. */
    boolean keeps() {
        return settings.bucket().isPresent();
    }

    /** Keeps bytes. */
    LetterData.Elsewhere keep(String source, byte[] bytes, String dataKey) throws PayloadException {
        String bucket = settings.bucket().orElseThrow();
        String sha256 = sha256(bytes);
        String key = settings.prefix() + source + '/' + sha256;
        objects.put(bucket, key, bytes);
        return new LetterData.Elsewhere(SCHEME + bucket + '/' + key, bytes.length, sha256, dataKey);
    }

    /** Gets bytes back, as they were kept. */
    byte[] fetch(LetterData.Elsewhere elsewhere) throws PayloadException {
        String location = elsewhere.location();
        int slash = location.indexOf('/', SCHEME.length());
        if (!location.startsWith(SCHEME) || slash < 0) {
            throw new PayloadException("The bytes are said to be at '" + location + "'; s3://bucket/key was expected");
        }
        byte[] bytes = read(location.substring(SCHEME.length(), slash), location.substring(slash + 1));
        if (bytes.length != elsewhere.size() || !sha256(bytes).equals(elsewhere.sha256())) {
            throw new PayloadException("The object " + location + " is not what the message says: it has " + bytes.length
                    + " bytes of " + elsewhere.size() + (bytes.length == elsewhere.size() ? ", and another SHA-256" : ""));
        }
        return bytes;
    }

    /**
     * Reads any object of a bucket that messages may name.
     *
     * @throws PayloadException if the bucket is not one of those, or the object cannot be read or is larger than
     *         {@value #LIMIT} bytes
     */
    public byte[] read(String bucket, String key) throws PayloadException {
        if (!settings.allows(bucket)) {
            throw new PayloadException(
                    "The bucket '" + bucket + "' is not one that messages may name; allow it if it is yours");
        }
        return objects.get(bucket, key, LIMIT);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
