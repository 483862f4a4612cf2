package dev.punctual.wire.envelope;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.spi.UndecodableException;

/** Finds out what a message of the queues beside a source holds; safe for use by several threads. */
public final class QueueMessageReader {

    /** Reads one form. */
    private interface Form {
        QueueMessage read(String body) throws UndecodableException;
    }

    private final Form[] forms;

    /**
     * @param json makes parsers
     */
    public QueueMessageReader(JsonFactory json) {
        DeadLetterFormat letters = new DeadLetterFormat(json);
        RetryFormat parked = new RetryFormat(json);
        RedriveFormat redriven = new RedriveFormat(json);
        LambdaNotice notices = new LambdaNotice(json);
        this.forms = new Form[] { letters::readStored, parked::readStored, redriven::readStored,
                body -> notices.read(body).<QueueMessage> map(QueueMessage.Notice::new)
                        .or(() -> ObjectNotice.read(json, body)).orElseGet(QueueMessage.Unknown::new) };
    }

    /** What a message's text holds. */
    public QueueMessage read(String body) {
        for (Form form : forms) {
            try {
                return form.read(body);
            } catch (UndecodableException notOfThisForm) {
                // The next form may fit; the last one takes everything.
                continue;
            }
        }
        return new QueueMessage.Unknown();
    }
}
