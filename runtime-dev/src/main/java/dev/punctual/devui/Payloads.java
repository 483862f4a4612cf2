package dev.punctual.devui;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.runtime.handler.HandlerRegistry.Handler;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;

/**
 * Shows payloads: JSON as such, else as the handler's codec reads it, else as text or bytes. Safe for use by several threads.
 */
final class Payloads {

    private final EnvelopeReader envelopes;
    private final Map<String, EventCodec<?>> codecs;

    Payloads(EnvelopeReader envelopes, HandlerRegistry handlers) {
        this.envelopes = envelopes;
        this.codecs = handlers.handlers().stream()
                .collect(Collectors.toUnmodifiableMap(handler -> handler.definition().id(), Handler::codec));
    }

    /** A letter without its bytes, and why it has none. */
    static PayloadView missing(LetterData.Missing data) {
        return new PayloadView("missing", "", 0, data.why());
    }

    /** The payload of a letter. */
    PayloadView show(StoredLetter stored, byte[] data) {
        DeadLetter letter = stored.letter();
        byte[] payload = payload(letter.event().withData(data));
        return PayloadText.json(payload, data.length)
                .or(() -> decoded(letter.handler(), payload, data.length))
                .or(() -> PayloadText.text(payload, data.length))
                .orElseGet(() -> PayloadText.bytes(payload, data.length));
    }

    /** Without its envelope; as it is where that cannot be read, which may be why the event died. */
    private byte[] payload(EventRecord event) {
        try {
            Envelope envelope = envelopes.read(event);
            return envelope.payload();
        } catch (UndecodableException e) {
            return event.data();
        }
    }

    private Optional<PayloadView> decoded(String handler, byte[] payload, int size) {
        EventCodec<?> codec = codecs.get(handler);
        if (codec == null) {
            return Optional.empty();
        }
        try {
            Object value = codec.decode(payload.clone());
            return value instanceof byte[] ? Optional.empty()
                    : Optional.of(PayloadText.cut(value.getClass().getSimpleName(), String.valueOf(value), size));
        } catch (UndecodableException e) {
            return Optional.empty();
        }
    }
}
