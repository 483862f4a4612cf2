package dev.punctual.runtime.config;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.WithDefault;

/** How the bytes of events that do not fit into a message of SQS are kept: as objects in S3. */
public interface ClaimCheckConfig {

    /**
     * The bucket that keeps them; it needs a rule that deletes objects later than the queues delete messages. Unset, an event
     * that does not fit stays with its source.
     */
    Optional<String> bucket();

    /**
     * What the keys of the objects begin with.
     */
    @WithDefault("punctual/")
    String prefix();

    /**
     * Further buckets that messages may name, such as that in which Lambda keeps records that it gave up on.
     */
    Optional<Set<String>> allowedBuckets();

    /**
     * Where S3 is, if not where its region says: for tests and local runs.
     */
    Optional<URI> endpointOverride();

    /**
     * The region of the buckets. By default that of the environment, which Lambda sets.
     */
    Optional<String> region();
}
