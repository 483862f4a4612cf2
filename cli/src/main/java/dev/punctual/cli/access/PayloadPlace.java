package dev.punctual.cli.access;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where the bytes of events are that letters do not hold.
 *
 * @param buckets those that letters may name, in their order; the first one takes what does not fit into a message
 * @param kmsKey encrypts, if there is one
 * @param s3 the endpoint of S3, if it is not AWS' own
 * @param kms the endpoint of KMS, if it is not AWS' own
 */
public record PayloadPlace(Set<String> buckets, Optional<String> kmsKey, Optional<URI> s3, Optional<URI> kms) {
}
