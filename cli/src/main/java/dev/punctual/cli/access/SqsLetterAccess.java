package dev.punctual.cli.access;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.DeadLetters;
import dev.punctual.operator.LetterOperator;
import dev.punctual.operator.LetterOperator.Surroundings;
import dev.punctual.operator.OperatorSettings;
import dev.punctual.operator.Sleeper;
import dev.punctual.wire.envelope.LetterLines;
import dev.punctual.wire.sqs.SqsLetterStore;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Opens dead-letter queues in SQS. */
public final class SqsLetterAccess implements LetterAccess {

    @Override
    public Opened open(Place place, Path audit) {
        JsonFactory json = new JsonFactory();
        InstantSource clock = InstantSource.system();
        Clients clients = new Clients(place);
        SqsClient client = clients.open(SqsClient.builder(), place.endpoint(), "SQS");
        Supplier<SqsClient> always = () -> client;
        DeadLetters letters = new LetterOperator(new SqsLetterStore(always, place.queues(), json, clock,
                new PayloadAccess(place.payloads(), clients).payloads(clock)),
                new Surroundings(new AuditFile(audit), new LetterLines(json), clock, Sleeper.REAL),
                new OperatorSettings(OperatorSettings.DEFAULT.workers(), place.hold()));
        return new OpenedQueue(letters, clients);
    }

    private record OpenedQueue(DeadLetters letters, Clients clients) implements Opened {
        @Override
        public void close() {
            clients.close();
        }
    }
}
