package dev.punctual.testkit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.EventPublisher;
import dev.punctual.publish.StreamPublisher;
import dev.punctual.publish.StreamSettings;
import dev.punctual.publish.StreamTransport;
import dev.punctual.publish.SwitchTransport;
import dev.punctual.publish.Transport;
import dev.punctual.publish.Waiting;
import dev.punctual.spi.PublishListener;
import dev.punctual.spi.ShardRange;
import dev.punctual.spi.StreamEntry;
import dev.punctual.spi.StreamWriter;
import dev.punctual.spi.WriteResult;
import dev.punctual.testkit.fiber.Fibers;
import dev.punctual.testkit.handler.EventJson;
import dev.punctual.testkit.stream.PutEntry;
import dev.punctual.testkit.stream.PutResult;

/** What the handlers of a test publish: it goes to the test's own streams, each event in a record of its own. */
final class Publications {

    /** An application's own publisher, and what it sends its events with. */
    record OfApplication(SwitchTransport transport, EventPublisher publisher) {
    }

    private final Transport transport;
    private final EventPublisher publisher;

    Publications(Stage stage, ObjectMapper mapper, RandomGenerator random, Optional<OfApplication> application) {
        this.transport = new StreamTransport(stream -> StreamSettings.DEFAULT, writer(stage), PublishListener.NONE,
                new StreamTransport.Surroundings(stage.time(), random, Runnable::run, waiting(stage)));
        this.publisher = application.map(OfApplication::publisher)
                .orElseGet(() -> new StreamPublisher(new EventJson(mapper), transport, stage.time()));
    }

    Transport transport() {
        return transport;
    }

    EventPublisher publisher() {
        return publisher;
    }

    /** A handler's fiber waits in virtual time; the test's own thread moves it. */
    private static Waiting waiting(Stage stage) {
        return (signal, atMost) -> {
            if (Fibers.currentOwner() != null) {
                stage.fibers().await(signal::isDone, atMost);
            } else {
                stage.time().runUntil(signal::isDone, atMost);
            }
        };
    }

    private static StreamWriter writer(Stage stage) {
        return new StreamWriter() {
            @Override
            public List<WriteResult> write(String stream, List<StreamEntry> entries) {
                stage.requireStream(stream);
                List<PutResult> results = stage.streams().putRecords(stream,
                        entries.stream().map(entry -> PutEntry.of(entry.partitionKey(), entry.data())).toList());
                List<WriteResult> told = new ArrayList<>();
                for (int i = 0; i < entries.size(); i++) {
                    told.add(tell(stage, stream, entries.get(i), results.get(i)));
                }
                return told;
            }

            @Override
            public List<ShardRange> shards(String stream) {
                return List.of(new ShardRange("", BigInteger.ZERO));
            }
        };
    }

    private static WriteResult tell(Stage stage, String stream, StreamEntry entry, PutResult result) {
        if (result instanceof PutResult.Stored stored) {
            stage.published(stream, entry, stored);
            return new WriteResult.Accepted(stored.shardId());
        }
        return new WriteResult.Refused("the stream refused it: " + result, true);
    }
}
