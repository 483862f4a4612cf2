package dev.punctual.runtime;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.Startup;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Has the function rehearse when it starts, in Lambda's INIT phase: the first event finds the classes loaded that it needs.
 *
 * <p>
 * Where nobody waits for the start, since Lambda keeps what comes of it (SnapStart, provisioned concurrency), events that fail
 * are rehearsed, too, and the client of SQS comes into being.
 */
@Startup
@Singleton
public class Primer {

    private static final Logger LOG = Logger.getLogger(Primer.class);
    private static final Set<String> AHEAD = Set.of("snap-start", "provisioned-concurrency");

    @Inject
    Primer(Rehearsal rehearsal, Instance<SqsClient> sqs,
            @ConfigProperty(name = "AWS_LAMBDA_INITIALIZATION_TYPE") Optional<String> start) {
        try {
            List<byte[]> batches = rehearsal.batches();
            rehearse(rehearsal.handled(), batches);
            if (start.filter(AHEAD::contains).isPresent()) {
                rehearse(rehearsal.failing(), batches);
                // A client proxy makes its client on its first call.
                sqs.get().serviceName();
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The function could not be primed; its first event takes longer", e);
        }
    }

    private static void rehearse(Rehearsal.Stage made, List<byte[]> batches) {
        try (Rehearsal.Stage stage = made) {
            batches.forEach(stage::handle);
        }
    }
}
