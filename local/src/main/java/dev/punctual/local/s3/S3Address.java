package dev.punctual.local.s3;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.punctual.local.http.HttpRequest;

/**
 * What a request is about, told by its path, or by its host and its path.
 *
 * @param bucket empty for the service itself
 * @param key empty for the bucket itself
 */
record S3Address(String bucket, String key) {

    private static final Pattern VIRTUAL_HOST = Pattern.compile("(.+?)\\.(?:s3[.-].*|localhost)(?::\\d+)?");

    static S3Address of(HttpRequest request) {
        String path = request.path().startsWith("/") ? request.path().substring(1) : request.path();
        Optional<String> host = virtualHost(request);
        if (host.isPresent()) {
            return new S3Address(host.get(), path);
        }
        int slash = path.indexOf('/');
        return slash < 0 ? new S3Address(path, "") : new S3Address(path.substring(0, slash), path.substring(slash + 1));
    }

    private static Optional<String> virtualHost(HttpRequest request) {
        Matcher host = VIRTUAL_HOST.matcher(request.header("Host").orElse(""));
        return host.matches() ? Optional.of(host.group(1)) : Optional.empty();
    }

    /** As faults name it. */
    String resource() {
        return key.isEmpty() ? bucket : bucket + "/" + key;
    }
}
