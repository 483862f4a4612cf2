package dev.punctual.local.s3;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.punctual.testkit.objects.StoredObject;

/** Headers of objects between wire and model. */
final class ObjectHeaders {

    private static final Set<String> KEPT = Set.of("content-type", "cache-control", "content-disposition", "content-language",
            "expires", "x-amz-server-side-encryption", "x-amz-server-side-encryption-aws-kms-key-id",
            "x-amz-server-side-encryption-bucket-key-enabled");
    private static final Set<String> REFUSED = Set.of("if-match", "if-modified-since", "if-unmodified-since",
            "x-amz-copy-source", "x-amz-tagging", "x-amz-server-side-encryption-customer-algorithm",
            "x-amz-object-lock-mode", "x-amz-website-redirect-location");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter
            .ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ObjectHeaders() {
    }

    /** Refuses headers that would change what the operation does in a way that is not known here. */
    static void check(S3Request request) {
        REFUSED.stream().filter(request.headers()::containsKey).sorted().findFirst().ifPresent(name -> {
            throw S3Refusals.notImplemented("The header " + name);
        });
    }

    /** What is kept of a request's headers. */
    static Map<String, String> kept(S3Request request, Map<String, String> checksums) {
        Map<String, String> kept = new TreeMap<>(checksums);
        request.headers().forEach((name, value) -> {
            if (KEPT.contains(name) || name.startsWith("x-amz-meta-")) {
                kept.put(name, value);
            }
        });
        kept.putIfAbsent("content-type", "binary/octet-stream");
        String encoding = request.header("content-encoding").orElse("").replaceFirst("(^|,\\s*)aws-chunked\\s*,?\\s*", "");
        if (!encoding.isBlank()) {
            kept.put("content-encoding", encoding.strip());
        }
        return kept;
    }

    /** @param checksums whether they are told too; S3 does when asked, and not for a part of an object */
    static Map<String, String> of(StoredObject object, boolean checksums) {
        Map<String, String> headers = new TreeMap<>(object.headers());
        headers.keySet().removeIf(name -> !checksums && Checksum.ofHeader(name).isPresent());
        headers.put("ETag", quoted(object));
        headers.put("Last-Modified", HTTP_DATE.format(object.modified()));
        headers.put("Accept-Ranges", "bytes");
        return headers;
    }

    static String quoted(StoredObject object) {
        return '"' + object.eTag() + '"';
    }
}
