package dev.punctual.runtime.publish;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.punctual.publish.EventSerializer;
import dev.punctual.runtime.codec.BytesCodec;
import dev.punctual.runtime.codec.PayloadCodecs;
import dev.punctual.runtime.config.PublisherConfig;
import dev.punctual.runtime.config.PublisherConfig.StreamConfig;
import dev.punctual.spi.EventEncoder;
import dev.punctual.spi.PublishListener;
import dev.punctual.wire.cloudevents.EnvelopeFormat;
import dev.punctual.wire.cloudevents.EnvelopeWriter;
import dev.punctual.wire.cloudevents.OutgoingEnvelope;
import dev.punctual.wire.coding.ContentCoding;

/** Writes the payload with its codec, the envelope around it, and compresses both, as the stream is configured. */
final class RecordSerializer implements EventSerializer {

    private final PayloadCodecs codecs;
    private final PartitionKeys keys;
    private final PublisherConfig config;
    private final String source;
    private final PublishListener listener;
    private final Map<String, Form> forms = new ConcurrentHashMap<>();
    private final BytesCodec bytes = new BytesCodec();

    private record Form(EnvelopeWriter envelope, boolean isJson, ContentCoding coding) {
    }

    /**
     * @param source of events that name none
     */
    RecordSerializer(PayloadCodecs codecs, PartitionKeys keys, PublisherConfig config, String source,
            PublishListener listener) {
        this.codecs = codecs;
        this.keys = keys;
        this.config = config;
        this.source = source;
        this.listener = listener;
    }

    @Override
    public byte[] serialize(String stream, Complete event) {
        Form form = forms.computeIfAbsent(stream, this::form);
        EventEncoder<Object> encoder = encoder(event.payload());
        OutgoingEnvelope envelope = new OutgoingEnvelope(event.id(), event.source().isEmpty() ? source : event.source(),
                event.type(), "", event.time(), event.correlation(), event.partitionKey(), encoder.contentType(),
                encoder.encode(event.payload()));
        byte[] plain = form.envelope().write(envelope);
        byte[] coded = form.coding().encode(plain);
        int asJson = form.isJson() ? plain.length : envelope.sizeAsJson();
        listener.written(stream, new PublishListener.Written(asJson, plain.length, coded.length));
        return coded;
    }

    private Form form(String stream) {
        StreamConfig chosen = config.stream(stream);
        EnvelopeFormat format = switch (chosen.envelope()) {
            case CLOUDEVENTS_JSON -> EnvelopeFormat.CLOUDEVENTS_JSON;
            case CLOUDEVENTS_PROTOBUF -> EnvelopeFormat.CLOUDEVENTS_PROTOBUF;
            case NONE -> EnvelopeFormat.NONE;
        };
        ContentCoding coding = switch (chosen.compression()) {
            case NONE -> ContentCoding.NONE;
            case GZIP -> ContentCoding.GZIP;
            case ZSTD -> ContentCoding.ZSTD;
        };
        return new Form(format.writer(), format == EnvelopeFormat.CLOUDEVENTS_JSON, coding);
    }

    // A codec takes exactly the class that it was asked for.
    @SuppressWarnings("unchecked")
    private EventEncoder<Object> encoder(Object payload) {
        return (EventEncoder<Object>) (payload instanceof byte[] ? bytes : codecs.of(payload.getClass()));
    }

    @Override
    public String partitionKey(Object payload) {
        return keys.of(payload);
    }
}
