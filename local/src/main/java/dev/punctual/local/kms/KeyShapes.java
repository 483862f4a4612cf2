package dev.punctual.local.kms;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.punctual.local.wire.Addressed;
import dev.punctual.testkit.aws.AwsException;

/** The requests and responses of KMS. */
final class KeyShapes {

    static final String SYMMETRIC = "SYMMETRIC_DEFAULT";

    private KeyShapes() {
    }

    /** A request about a key; algorithm and specification must be those of symmetric keys. */
    record Request(@Nullable String keyId, @Nullable String aliasName, @Nullable String targetKeyId, @Nullable String keySpec,
            @Nullable Integer numberOfBytes, byte @Nullable [] plaintext, byte @Nullable [] ciphertextBlob,
            @Nullable Map<String, @Nullable String> encryptionContext,
            @Nullable String encryptionAlgorithm) implements Addressed {

        @Override
        public String resource() {
            return keyId != null ? keyId : targetKeyId != null ? targetKeyId : "";
        }

        Map<String, String> context() {
            Map<String, String> context = new TreeMap<>();
            if (encryptionContext != null) {
                encryptionContext.forEach((name, value) -> context.put(name, required(value, "EncryptionContext." + name)));
            }
            return context;
        }

        /** Refuses algorithms other than the one of symmetric keys. */
        Request symmetric() {
            if (encryptionAlgorithm != null && !encryptionAlgorithm.equals(SYMMETRIC)) {
                throw invalid("EncryptionAlgorithm must be " + SYMMETRIC + ", was " + encryptionAlgorithm
                        + "; the local endpoints have symmetric keys only.");
            }
            return this;
        }

        int dataKeyBytes() {
            if ((keySpec == null) == (numberOfBytes == null)) {
                throw invalid("Please specify either number of bytes or key spec.");
            }
            if (numberOfBytes != null) {
                return numberOfBytes;
            }
            return switch (required(keySpec, "KeySpec")) {
                case "AES_128" -> 16;
                case "AES_256" -> 32;
                default -> throw invalid("KeySpec must be AES_128 or AES_256, was " + keySpec + ".");
            };
        }
    }

    record Metadata(@JsonProperty("AWSAccountId") String account, String keyId, String arn, boolean enabled, String keyState,
            String keyUsage, String keySpec) {
    }

    record Described(Metadata keyMetadata) {
    }

    record DataKey(byte[] ciphertextBlob, byte[] plaintext, String keyId) {
    }

    record Sealed(byte[] ciphertextBlob, String keyId, String encryptionAlgorithm) {
    }

    record Opened(byte[] plaintext, String keyId, String encryptionAlgorithm) {
    }

    static <T> T required(@Nullable T value, String member) {
        if (value == null) {
            throw invalid("The request must contain the member " + member + ".");
        }
        return value;
    }

    private static AwsException invalid(String message) {
        return new AwsException("ValidationException", message, 400);
    }
}
