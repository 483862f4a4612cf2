package dev.punctual.devui;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.punctual.DeadLetterQueues;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.runtime.config.PunctualConfig;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.spi.EnvelopeReader;
import io.smallrye.common.annotation.Blocking;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What Dev UI's page calls; every public method is one that a browser on this machine can call. */
@Singleton
public class DeadLettersJsonRpc {

    private final DeadLettersPage page;

    @Inject
    DeadLettersJsonRpc(PunctualConfig settings, HandlerRegistry handlers, DeadLetterQueues letters, Instance<SqsClient> sqs,
            EnvelopeReader envelopes) {
        this.page = new DeadLettersPage(new SqsLetterQueues(settings, letters, sqs::get), new Payloads(envelopes, handlers),
                "Dev UI, " + System.getProperty("user.name", "somebody"));
    }

    /** The application's sources, each with its queues. */
    @Blocking
    public List<SourceView> sources() {
        return page.sources();
    }

    /** About how many letters each source has, by its name; asking holds none. */
    @Blocking
    public Map<String, Answer<Long>> sizes() {
        return page.sizes();
    }

    /** The letters of a source by their cause. */
    @Blocking
    public Answer<List<GroupView>> groups(String source) {
        return Answer.of(() -> page.groups(source));
    }

    /** The letters of a group. */
    @Blocking
    public Answer<LetterPage> group(String source, String handler, String reason, String fingerprint) {
        return Answer.of(() -> page.group(source, DeadLettersPage.key(handler, reason, fingerprint)));
    }

    /** The letters that mention a text. */
    @Blocking
    public Answer<LetterPage> search(String source, String text) {
        return Answer.of(() -> page.search(source, text));
    }

    /** One letter; no value, and no problem, where it is gone. */
    @Blocking
    public Answer<LetterView> letter(String source, String id) {
        return Answer.of(() -> page.letter(source, id).orElse(null));
    }

    /** Sends a letter's event to the retry queue. */
    @Blocking
    public Answer<Outcome> redriveLetter(String source, String id) {
        return Answer.of(() -> page.redrive(source, LetterFilter.ofId(id)));
    }

    /** Sends the events of a group to the retry queue. */
    @Blocking
    public Answer<Outcome> redriveGroup(String source, String handler, String reason, String fingerprint) {
        return Answer.of(() -> page.redrive(source,
                LetterFilter.ofGroup(DeadLettersPage.key(handler, reason, fingerprint))));
    }

    /** Removes a letter for good. */
    @Blocking
    public Answer<Outcome> discardLetter(String source, String id, String why) {
        return Answer.of(() -> page.discard(source, LetterFilter.ofId(id), why));
    }

    /** Removes the letters of a group for good. */
    @Blocking
    public Answer<Outcome> discardGroup(String source, String handler, String reason, String fingerprint, String why) {
        return Answer.of(() -> page.discard(source,
                LetterFilter.ofGroup(DeadLettersPage.key(handler, reason, fingerprint)), why));
    }
}
