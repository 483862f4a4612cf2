package dev.punctual.cli.options;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.cli.access.PayloadPlace;
import picocli.CommandLine.Option;

/** Where letters have their bytes that are not in them, and what they are encrypted with. */
public final class PayloadOptions {

    @Option(names = "--bucket", paramLabel = "NAME", order = 8, description = "A bucket that letters may name for the bytes of their events; the first one takes bytes that do not fit into a message. May be given several times.")
    private List<String> buckets = List.of();

    @Option(names = "--kms-key", paramLabel = "KEY", order = 9, description = "Id, ARN or alias of the KMS key that protects whatever is edited, imported or redriven. What was encrypted stays so without it.")
    private @Nullable String kmsKey;

    @Option(names = "--s3-endpoint", paramLabel = "URL", order = 10, description = "The endpoint of S3, if it is not AWS' own.")
    private @Nullable URI s3Endpoint;

    @Option(names = "--kms-endpoint", paramLabel = "URL", order = 11, description = "The endpoint of KMS, if it is not AWS' own.")
    private @Nullable URI kmsEndpoint;

    /** Where bytes are. */
    PayloadPlace place() {
        return new PayloadPlace(new LinkedHashSet<>(buckets), Optional.ofNullable(kmsKey), Optional.ofNullable(s3Endpoint),
                Optional.ofNullable(kmsEndpoint));
    }

    /** The options as they were given. */
    void again(QueueOptions.Words words) {
        buckets.forEach(bucket -> words.add("--bucket", bucket));
        words.add("--kms-key", kmsKey);
        words.add("--s3-endpoint", s3Endpoint);
        words.add("--kms-endpoint", kmsEndpoint);
    }
}
