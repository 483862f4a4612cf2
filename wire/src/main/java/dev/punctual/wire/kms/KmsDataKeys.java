package dev.punctual.wire.kms;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.punctual.wire.payload.DataKeys;
import dev.punctual.wire.payload.PayloadException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

/**
 * Data keys of AWS KMS, with the source's name as encryption context {@code punctual:source}; safe for use by several threads.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/data-keys.html">Data keys</a>
 */
public final class KmsDataKeys implements DataKeys {

    private static final String CONTEXT = "punctual:source";

    private final Supplier<KmsClient> client;
    private final Optional<String> key;

    /**
     * @param client called on first need, and each time
     * @param key id, ARN or alias of the key that data keys are encrypted with; needed to make them only
     */
    public KmsDataKeys(Supplier<KmsClient> client, Optional<String> key) {
        this.client = client;
        this.key = key;
    }

    @Override
    public DataKey make(String source) throws PayloadException {
        String with = key.orElseThrow(() -> new PayloadException("No KMS key is configured"));
        try {
            GenerateDataKeyResponse made = client.get().generateDataKey(request -> request.keyId(with)
                    .keySpec(DataKeySpec.AES_256).encryptionContext(context(source)));
            return new DataKey(made.plaintext().asByteArray(),
                    Base64.getEncoder().encodeToString(made.ciphertextBlob().asByteArray()));
        } catch (SdkException e) {
            throw new PayloadException("KMS makes no data key with " + with + ": " + e.getMessage(), e);
        }
    }

    @Override
    public DataKey unwrap(String wrapped, String source) throws PayloadException {
        try {
            SdkBytes blob = SdkBytes.fromByteArray(Base64.getDecoder().decode(wrapped));
            return new DataKey(client.get().decrypt(request -> request.ciphertextBlob(blob).encryptionContext(context(source)))
                    .plaintext().asByteArray(), wrapped);
        } catch (SdkException | IllegalArgumentException e) {
            throw new PayloadException("KMS does not decrypt the data key of an event of " + source + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> context(String source) {
        return Map.of(CONTEXT, source);
    }
}
