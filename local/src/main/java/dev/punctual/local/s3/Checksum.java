package dev.punctual.local.s3;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** The checksums that S3 verifies and keeps with an object. */
enum Checksum {

    CRC_32("x-amz-checksum-crc32", content -> crc(CRC32::new, content)),
    CRC_32_C("x-amz-checksum-crc32c", content -> crc(CRC32C::new, content)),
    CRC_64_NVME("x-amz-checksum-crc64nvme", content -> ByteBuffer.allocate(Long.BYTES).putLong(Crc64Nvme.of(content)).array()),
    SHA_1("x-amz-checksum-sha1", content -> digest("SHA-1", content)),
    SHA_256("x-amz-checksum-sha256", content -> digest("SHA-256", content));

    private final String header;
    private final Function<byte[], byte[]> compute;

    Checksum(String header, Function<byte[], byte[]> compute) {
        this.header = header;
        this.compute = compute;
    }

    static Optional<Checksum> ofHeader(String lowerCaseName) {
        return Arrays.stream(values()).filter(checksum -> checksum.header.equals(lowerCaseName)).findFirst();
    }

    String header() {
        return header;
    }

    /** The checksum in base64, as headers tell it. */
    String of(byte[] content) {
        return Base64.getEncoder().encodeToString(compute.apply(content));
    }

    private static byte[] crc(Supplier<java.util.zip.Checksum> algorithm, byte[] content) {
        java.util.zip.Checksum crc = algorithm.get();
        crc.update(content);
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + algorithm + ", by which S3 verifies content", e);
        }
    }
}
