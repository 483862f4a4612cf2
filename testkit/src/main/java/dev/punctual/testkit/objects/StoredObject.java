package dev.punctual.testkit.objects;

import java.time.Instant;
import java.util.Map;

/**
 * An object in a bucket.
 *
 * @param content must not be changed
 * @param headers what its writer wants told with it, by lower-case names, such as {@code content-type} and {@code x-amz-meta-…}
 * @param eTag the MD5 of the content, lower-case hexadecimal, without quotes
 * @param modified to the second, as S3 tells it
 */
public record StoredObject(String key, byte[] content, Map<String, String> headers, String eTag, Instant modified) {

    public StoredObject {
        headers = Map.copyOf(headers);
    }
}
