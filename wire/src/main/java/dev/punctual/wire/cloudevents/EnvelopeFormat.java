package dev.punctual.wire.cloudevents;

import com.fasterxml.jackson.core.JsonFactory;

/** The envelopes that a producer can choose. */
public enum EnvelopeFormat {

    /** A CloudEvent in JSON, structured mode. */
    CLOUDEVENTS_JSON {
        @Override
        public EnvelopeWriter writer() {
            return new JsonEnvelopeWriter(new JsonFactory());
        }
    },

    /** A CloudEvent in Protobuf's format. */
    CLOUDEVENTS_PROTOBUF {
        @Override
        public EnvelopeWriter writer() {
            return new ProtobufEnvelopeWriter();
        }
    },

    /** The payload alone: consumers learn its type from a field of it, if they do. */
    NONE {
        @Override
        public EnvelopeWriter writer() {
            return OutgoingEnvelope::data;
        }
    };

    /** Makes a writer. */
    public abstract EnvelopeWriter writer();
}
