package dev.punctual.spi;

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
}
