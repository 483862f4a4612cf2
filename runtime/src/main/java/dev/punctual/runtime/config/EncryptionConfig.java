package dev.punctual.runtime.config;

import java.net.URI;
import java.util.Optional;

/** How the bytes of events are encrypted in messages and objects, besides what SQS and S3 do. */
public interface EncryptionConfig {

    /**
     * The id, ARN or alias of the KMS key that protects them. Unset, they are not encrypted.
     */
    Optional<String> kmsKey();

    /**
     * Where KMS is, if not where its region says: for tests and local runs.
     */
    Optional<URI> endpointOverride();

    /**
     * The region of the key. By default that of the environment, which Lambda sets.
     */
    Optional<String> region();
}
