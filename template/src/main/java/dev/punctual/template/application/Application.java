package dev.punctual.template.application;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an application declares; immutable.
 *
 * @param name {@code quarkus.application.name}
 * @param handlers its event methods, sorted by id
 * @param publications what it publishes, sorted by stream and handler
 * @param deadLetterMethods whether it has {@code @OnDeadLetter} methods
 * @param deadLettersPublish whether a class with such methods publishes events
 * @param clients the clients of AWS on its class path
 * @param timing what its configuration says of times
 */
public record Application(String name, List<Handler> handlers, List<Publication> publications, boolean deadLetterMethods,
        boolean deadLettersPublish, Set<Client> clients, Timing timing) {

    private static final Comparator<Publication> BY_STREAM = Comparator.comparing(Publication::stream)
            .thenComparing(Publication::handler).thenComparing(Publication::type);

    /** Sorts what it is given. */
    public Application {
        handlers = handlers.stream().sorted(Comparator.comparing(Handler::id)).toList();
        publications = publications.stream().sorted(BY_STREAM).toList();
        clients = Set.copyOf(clients);
    }

    /** What feeds its handlers, each once: streams first, then by name. */
    public List<Source> sources() {
        return handlers.stream().map(Handler::source).distinct().sorted().toList();
    }

    /** The handlers of one source. */
    public List<Handler> handlersOf(Source source) {
        return handlers.stream().filter(handler -> handler.source().equals(source)).toList();
    }

    /** The names of the streams that it publishes to, sorted. */
    public Set<String> publishedStreams() {
        return publications.stream().map(Publication::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether outcomes are kept in the ledger. */
    public boolean usesLedger() {
        return handlers.stream().anyMatch(Handler::idempotent);
    }

    /** Whether a client is on its class path. */
    public boolean has(Client client) {
        return clients.contains(client);
    }
}
