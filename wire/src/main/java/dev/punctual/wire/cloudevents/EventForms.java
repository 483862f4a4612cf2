package dev.punctual.wire.cloudevents;

import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.event.Correlation;
import dev.punctual.event.CorrelationAttributes;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.coding.ContentCoding;

/**
 * Finds out which form an event is in, and reads its envelope: a CloudEvent in binary mode, whose attributes stand beside
 * the bytes; else, once decompressed, one in Protobuf's format or in JSON's structured mode, or a plain JSON object. What it
 * does not say of its correlation, attributes beside it may. Safe for use by several threads.
 */
public final class EventForms implements EnvelopeReader {

    private final JsonEnvelopeReader json;
    private final int largest;

    /**
     * @param json makes parsers
     * @param typeField the field of a plain JSON object that names its type
     * @param largest the most bytes of an event, decompressed
     */
    public EventForms(JsonFactory json, String typeField, int largest) {
        this.json = new JsonEnvelopeReader(json, typeField);
        this.largest = largest;
    }

    @Override
    public Envelope read(EventRecord event) throws UndecodableException {
        Map<String, String> attributes = event.attributes();
        if (attributes.isEmpty()) {
            return read(event.data());
        }
        Envelope envelope = BinaryMode.is(attributes) ? BinaryMode.read(attributes, event.data(), largest)
                : read(event.data());
        return envelope.withCorrelation(envelope.correlation().or(beside(attributes)));
    }

    /** What the attributes beside an event say of its correlation, be it a CloudEvent or not. */
    private static Correlation beside(Map<String, String> attributes) {
        CorrelationAttributes correlation = new CorrelationAttributes();
        attributes.forEach(correlation::put);
        return correlation.correlation();
    }

    private Envelope read(byte[] bytes) throws UndecodableException {
        byte[] data = ContentCoding.of(bytes).decode(bytes, largest);
        if (data.length > largest) {
            throw new UndecodableException("the event has " + data.length + " bytes, more than the " + largest
                    + " of quarkus.punctual.max-event-size");
        }
        String fault = "";
        if (ProtobufEnvelopeReader.mayBe(data)) {
            try {
                return ProtobufEnvelopeReader.read(data);
            } catch (UndecodableException e) {
                fault = ", nor a CloudEvent in Protobuf's format: " + e.getMessage();
            }
        }
        try {
            return json.read(data);
        } catch (UndecodableException e) {
            return Envelope.unknown(data, e.getMessage() + fault);
        }
    }
}
