package dev.punctual.spi;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What became of one message that was sent to a queue. */
public sealed interface SendResult {

    /** The queue has it, durably. */
    record Sent() implements SendResult {
    }

    /**
     * The queue may not have it; its source must not be acknowledged.
     *
     * @param why in a sentence, without payload data
     */
    record NotSent(String why) implements SendResult {
    }

    /** The queue has it. */
    SendResult SENT = new Sent();

    /**
     * Why a message must be taken for not sent; empty where the queue has it.
     *
     * @param result what the queue said; null from one that breaks its promise and says nothing, and so has nothing
     */
    static Optional<String> refusal(@Nullable SendResult result) {
        if (result instanceof Sent) {
            return Optional.empty();
        }
        return Optional.of(result instanceof NotSent failure ? failure.why() : "it did not say what became of it");
    }
}
