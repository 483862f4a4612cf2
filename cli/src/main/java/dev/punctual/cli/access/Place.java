package dev.punctual.cli.access;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import dev.punctual.wire.sqs.SqsLetterStore.Queues;

/**
 * Where dead letters are.
 *
 * @param queues the queues of a source
 * @param endpoint of SQS, if it is not AWS' own
 * @param region if it is not that of the environment or the profile
 * @param profile of AWS' configuration files, if it is not the default one
 * @param hold how long letters are held at most, 1 s to 12 h
 * @param payloads where their bytes are that are not in them
 */
public record Place(Queues queues, Optional<URI> endpoint, Optional<String> region, Optional<String> profile, Duration hold,
        PayloadPlace payloads) {
}
