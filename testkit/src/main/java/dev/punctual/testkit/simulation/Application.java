package dev.punctual.testkit.simulation;

import java.util.SplittableRandom;

import dev.punctual.testkit.mapping.MappingProgress;
import dev.punctual.testkit.mapping.QueueMapping;
import dev.punctual.testkit.mapping.StreamMapping;
import dev.punctual.testkit.stream.StreamService;

/** The functions of the simulated application, and the mappings that feed them. */
final class Application {

    private final SimulatedFunction stream;
    private final SimulatedFunction retry;
    private final SimulatedFunction deadLetter;
    private final StreamMapping streamMapping;
    private final QueueMapping retryMapping;
    private final QueueMapping onFailureMapping;
    private int invocations;

    Application(Surrounds surrounds, StreamService streams, SplittableRandom random) {
        var engines = new EngineFactory(surrounds, random.split());
        var notices = new Notices(surrounds.history(), surrounds.time());
        stream = new SimulatedFunction("orders-stream", surrounds, engines, LambdaRecords::read, this::nextId);
        retry = new SimulatedFunction("orders-retry", surrounds, engines, LambdaRecords::read, this::nextId);
        deadLetter = new SimulatedFunction("orders-dead-letter", surrounds, engines,
                payload -> LambdaRecords.readGivenUp(payload, notices::record), this::nextId);
        var mappings = new Mappings(surrounds.plan(), surrounds.wiring());
        var queues = surrounds.queues();
        streamMapping = new StreamMapping(mappings.ofStream(), streams, queues, stream, surrounds.time(), random.split());
        retryMapping = new QueueMapping(mappings.ofRetryQueue(), queues, retry, surrounds.time());
        onFailureMapping = new QueueMapping(mappings.ofOnFailureQueue(), queues, deadLetter, surrounds.time());
    }

    private int nextId() {
        return ++invocations;
    }

    void start() {
        streamMapping.start();
        retryMapping.start();
        onFailureMapping.start();
    }

    /** Stops the mappings and kills all processes, those with handlers that never return included. */
    void end() {
        streamMapping.stop();
        retryMapping.stop();
        onFailureMapping.stop();
        stream.end();
        retry.end();
        deadLetter.end();
    }

    /** How far the stream's mapping has come. */
    MappingProgress progress() {
        return streamMapping.progress();
    }

    /** Whether nothing runs, and nothing from the stream waits here. */
    boolean isIdle() {
        return progress().isIdle() && stream.isIdle() && retry.isIdle() && deadLetter.isIdle();
    }
}
