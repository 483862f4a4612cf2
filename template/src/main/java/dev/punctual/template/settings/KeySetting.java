package dev.punctual.template.settings;

/** What encrypts streams, queues, the bucket and the ledger, beyond what AWS does by default. */
public sealed interface KeySetting {

    /** Nothing. */
    record None() implements KeySetting {
    }

    /** A key that the template makes. */
    record Created() implements KeySetting {
    }

    /**
     * A key that exists already.
     *
     * @param arn its ARN
     */
    record Existing(String arn) implements KeySetting {
    }
}
