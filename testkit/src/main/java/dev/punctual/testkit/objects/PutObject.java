package dev.punctual.testkit.objects;

import java.util.Map;

/**
 * An object to put.
 *
 * @param key 1 to 1,024 bytes of UTF-8
 * @param content must not be changed
 * @param headers to be told with it, by lower-case names
 * @param onlyNew whether an object of this key is not to be replaced: S3's {@code If-None-Match: *}
 */
public record PutObject(String bucket, String key, byte[] content, Map<String, String> headers, boolean onlyNew) {

    /** A JSON object that replaces one of the same key. */
    public static PutObject json(String bucket, String key, byte[] content) {
        return new PutObject(bucket, key, content, Map.of("content-type", "application/json"), false);
    }
}
