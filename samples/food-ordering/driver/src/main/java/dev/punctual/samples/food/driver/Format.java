package dev.punctual.samples.food.driver;

import java.util.Map;

import dev.punctual.wire.cloudevents.EnvelopeFormat;

/**
 * How order events are on the stream.
 *
 * @param payload what orders and the envelopes around them are written in
 * @param aggregate whether events share records
 */
record Format(Payload payload, boolean aggregate) {

    /** What an order is written in. */
    enum Payload {
        /** JSON, in CloudEvents' JSON format. */
        JSON(EnvelopeFormat.CLOUDEVENTS_JSON, "cloudevents-json"),
        /** Protocol Buffers, in CloudEvents' Protobuf format. */
        PROTOBUF(EnvelopeFormat.CLOUDEVENTS_PROTOBUF, "cloudevents-protobuf");

        final EnvelopeFormat envelope;
        final String envelopeName;

        Payload(EnvelopeFormat envelope, String envelopeName) {
            this.envelope = envelope;
            this.envelopeName = envelopeName;
        }
    }

    /** What tells the functions. */
    Map<String, String> environment() {
        return Map.of("ORDERS_ENVELOPE", payload.envelopeName, "ORDERS_AGGREGATE", String.valueOf(aggregate));
    }

    @Override
    public String toString() {
        return (payload == Payload.JSON ? "JSON" : "Protobuf") + (aggregate ? ", aggregated" : "");
    }
}
