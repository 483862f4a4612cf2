package dev.punctual.template.stack;

import java.util.List;
import java.util.Optional;

import dev.punctual.template.application.Application;
import dev.punctual.template.application.Client;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.settings.Settings;

/**
 * All of an application's resources, in a stable order; immutable.
 *
 * @param application what they serve
 * @param settings how they are deployed
 * @param streams what is consumed or published to, by name
 * @param queues those that feed handlers, and those beside each source, by source and purpose
 * @param functions one for each role
 * @param streamMappings one for each stream that is consumed
 * @param queueMappings one for each queue that feeds a function
 */
public record Stack(Application application, Settings settings, List<Stream> streams, List<Queue> queues,
        List<Function> functions, List<StreamMapping> streamMappings, List<QueueMapping> queueMappings) {

    /** Copies the lists. */
    public Stack {
        streams = List.copyOf(streams);
        queues = List.copyOf(queues);
        functions = List.copyOf(functions);
        streamMappings = List.copyOf(streamMappings);
        queueMappings = List.copyOf(queueMappings);
    }

    /** A queue beside a source, or the queue that is the source. */
    public Optional<Queue> queue(Source source, QueuePurpose purpose) {
        return queues.stream().filter(queue -> queue.source().equals(source) && queue.purpose() == purpose).findFirst();
    }

    /** The stream of a name. */
    public Stream stream(String name) {
        return streams.stream().filter(stream -> stream.source().name().equals(name)).findFirst().orElseThrow();
    }

    /** The queues of one purpose. */
    public List<Queue> queues(QueuePurpose purpose) {
        return queues.stream().filter(queue -> queue.purpose() == purpose).toList();
    }

    /**
     * Where the functions that run handlers send dead letters: by way of the dead-letter function if it has someone to tell.
     */
    public QueuePurpose letterBox() {
        return application.deadLetterMethods() ? QueuePurpose.ON_FAILURE : QueuePurpose.DEAD_LETTER;
    }

    /** The function of a role. */
    public Function function(FunctionRole role) {
        return functions.stream().filter(function -> function.role() == role).findFirst().orElseThrow();
    }

    /** The mapping that feeds the handlers of a stream. */
    public Optional<StreamMapping> mapping(Source stream) {
        return streamMappings.stream().filter(mapping -> mapping.stream().source().equals(stream)).findFirst();
    }

    /** Whether outcomes are kept, in a table. */
    public boolean hasLedger() {
        return application.usesLedger();
    }

    /** Whether there is a bucket: for the bytes of events that no message holds, and for what Lambda gives up on. */
    public boolean hasBucket() {
        return application.has(Client.S3);
    }

    /** Whether streams, queues, bucket and ledger have a key of their own. */
    public boolean hasKey() {
        return !(settings.key() instanceof KeySetting.None);
    }
}
