package dev.punctual.local.s3;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import dev.punctual.local.http.BodyTooLargeException;

/**
 * The content of an object to put, verified against whatever the request says of it.
 *
 * @param checksums that the request told, by their headers
 */
record Upload(byte[] content, Map<String, String> checksums) {

    private static final String HASH = "x-amz-content-sha256";

    static Upload of(S3Request request) {
        try {
            byte[] body = request.http().body();
            boolean chunked = request.header(HASH).filter(hash -> hash.startsWith("STREAMING-")).isPresent();
            AwsChunks read = chunked ? AwsChunks.decode(body) : new AwsChunks(body, Map.of());
            checkLength(request, read.content());
            checkDigests(request, read.content());
            return new Upload(read.content(), checksums(request, read));
        } catch (BodyTooLargeException e) {
            throw S3Refusals.tooLarge(e.limit());
        }
    }

    private static void checkLength(S3Request request, byte[] content) {
        request.header("x-amz-decoded-content-length").filter(told -> !told.equals(Integer.toString(content.length)))
                .ifPresent(told -> {
                    throw S3Refusals.incompleteBody("You did not provide the number of bytes specified by the header"
                            + " x-amz-decoded-content-length: " + told + ", but " + content.length + ".");
                });
    }

    private static void checkDigests(S3Request request, byte[] content) {
        request.header("content-md5")
                .filter(told -> !told.equals(Base64.getEncoder().encodeToString(Checksum.digest("MD5", content))))
                .ifPresent(told -> {
                    throw S3Refusals.badDigest("Content-MD5");
                });
        request.header(HASH).filter(told -> told.length() == 64)
                .filter(told -> !told.equalsIgnoreCase(HexFormat.of().formatHex(Checksum.digest("SHA-256", content))))
                .ifPresent(told -> {
                    throw S3Refusals.badDigest(HASH);
                });
    }

    private static Map<String, String> checksums(S3Request request, AwsChunks read) {
        Map<String, String> told = new TreeMap<>(request.headers());
        told.putAll(read.trailers());
        Map<String, String> verified = new TreeMap<>();
        told.forEach((name, value) -> Checksum.ofHeader(name).ifPresent(checksum -> {
            if (!checksum.of(read.content()).equals(value)) {
                throw S3Refusals.badDigest(name);
            }
            verified.put(name, value);
        }));
        return verified;
    }
}
