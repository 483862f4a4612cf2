package dev.punctual.cli.options;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.cli.outcome.Refusal;
import dev.punctual.wire.sqs.QueueAddress;
import dev.punctual.wire.sqs.SqsLetterStore.Queues;

/** Finds the queues that options name: where one is left out, it is named like the other. */
final class QueueNames {

    private static final String DEAD_LETTER = "-dead-letter";
    private static final String RETRY = "-retry";

    private QueueNames() {
    }

    static Queues of(@Nullable String source, @Nullable String queue, @Nullable String retryQueue) {
        if (source == null && queue == null) {
            throw new Refusal("No queue is named; add --source NAME for the queue NAME-dead-letter, or --queue NAME|URL");
        }
        if (source != null && queue != null) {
            throw new Refusal("--source and --queue both name the dead-letter queue; leave one out");
        }
        QueueAddress letters = address(queue == null ? source + DEAD_LETTER : queue);
        QueueAddress retries = retryQueue == null ? beside(letters, source) : address(retryQueue);
        return new Queues(source == null ? base(letters.name()) : source, letters, retries);
    }

    private static String base(String name) {
        return name.endsWith(DEAD_LETTER) ? name.substring(0, name.length() - DEAD_LETTER.length()) : name;
    }

    private static QueueAddress beside(QueueAddress letters, @Nullable String source) {
        String name = (source == null ? base(letters.name()) : source) + RETRY;
        return new QueueAddress(name, letters.url().map(url -> url.substring(0, url.lastIndexOf('/') + 1) + name));
    }

    private static QueueAddress address(String text) {
        if (!text.contains("://")) {
            return new QueueAddress(text, Optional.empty());
        }
        return new QueueAddress(text.substring(text.lastIndexOf('/') + 1), Optional.of(text));
    }
}
