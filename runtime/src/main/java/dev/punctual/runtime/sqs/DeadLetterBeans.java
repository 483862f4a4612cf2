package dev.punctual.runtime.sqs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.DeadLetterQueues;
import dev.punctual.DeadLetters;
import dev.punctual.operator.LetterOperator;
import dev.punctual.operator.OperatorSettings;
import dev.punctual.operator.Sleeper;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.spi.AuditLog;
import dev.punctual.wire.envelope.LetterLines;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.sqs.SqsLetterStore;
import io.quarkus.runtime.LaunchMode;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Dead letters for applications that inject them; what is done with letters is logged in the category
 * {@code dev.punctual.audit}.
 */
@Singleton
public class DeadLetterBeans {

    private static final Logger AUDIT = Logger.getLogger("dev.punctual.audit");

    private static final Duration HOLD_IN_DEVELOPMENT = Duration.ofMinutes(1);

    private final Map<String, DeadLetters> bySource = new LinkedHashMap<>();

    /**
     * @throws IllegalArgumentException if one queue would serve two purposes
     */
    @Inject
    public DeadLetterBeans(PunctualConfig settings, HandlerRegistry handlers, Instance<SqsClient> sqs, Payloads payloads) {
        Set<String> sources = new TreeSet<>();
        handlers.handlers().forEach(handler -> sources.add(handler.definition().source()));
        QueueDirectory queues = new QueueDirectory(sources, settings.source());
        SourceNames names = new SourceNames(settings.source());
        JsonFactory json = new JsonFactory();
        InstantSource clock = InstantSource.system();
        LetterOperator.Surroundings around = new LetterOperator.Surroundings(DeadLetterBeans::log, new LetterLines(json), clock,
                Sleeper.REAL);
        for (String source : sources) {
            String deployed = names.of(source);
            SqsLetterStore.Queues beside = new SqsLetterStore.Queues(deployed,
                    queues.of(deployed, Purpose.DEAD_LETTER).address(), queues.of(deployed, Purpose.RETRY).address());
            bySource.put(source,
                    new LetterOperator(new SqsLetterStore(sqs::get, beside, json, clock, payloads), around, settings()));
        }
    }

    /** Who develops restarts the application in the middle of a pass, and wants to see the letters again. */
    private static OperatorSettings settings() {
        return LaunchMode.current() == LaunchMode.NORMAL ? OperatorSettings.DEFAULT
                : new OperatorSettings(OperatorSettings.DEFAULT.workers(), HOLD_IN_DEVELOPMENT);
    }

    private static void log(AuditLog.Entry entry) {
        AUDIT.infof("%s of %s in %s by %s: %s", entry.action(), entry.letter(), entry.queue(), entry.by(), entry.detail());
    }

    /** Those of each source. */
    @Produces
    @Singleton
    DeadLetterQueues queues() {
        return new DeadLetterQueues() {
            @Override
            public Set<String> sources() {
                return Set.copyOf(bySource.keySet());
            }

            @Override
            public DeadLetters of(String source) {
                DeadLetters letters = bySource.get(source);
                if (letters == null) {
                    throw new IllegalArgumentException("No handler is fed by '" + source + "', so it has no dead letters; there"
                            + " are " + String.join(", ", bySource.keySet()));
                }
                return letters;
            }
        };
    }

    /**
     * Those of the only source.
     *
     * @throws IllegalStateException if there are several
     */
    @Produces
    @Singleton
    DeadLetters letters() {
        if (bySource.size() != 1) {
            throw new IllegalStateException("DeadLetters cannot be injected: the application's handlers are fed by "
                    + bySource.size() + " sources (" + String.join(", ", bySource.keySet()) + "). Inject DeadLetterQueues, and"
                    + " ask it for the letters of one");
        }
        return bySource.values().iterator().next();
    }
}
