package dev.punctual.runtime.deadletter;

import java.util.List;

import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.QueueMessage;

/** Where complete letters go, their bytes kept as they were found. */
@FunctionalInterface
public interface LetterBox {

    /**
     * Sends letters.
     *
     * @param letters one or more
     * @return what became of each, in their order
     */
    List<SendResult> send(List<QueueMessage.Letter> letters);
}
