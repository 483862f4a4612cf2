package dev.punctual.cli.show;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;

import dev.punctual.cli.terminal.Printable;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.cloudevents.EventForms;
import dev.punctual.wire.coding.ContentCoding;

/** Makes an event's bytes readable: undoes compression, unwraps CloudEvents, and lays JSON, Protobuf, text or bytes out. */
public final class PayloadReader {

    /** The most bytes that decompression may bring. */
    private static final int LARGEST = 64 << 20;

    private final EventForms forms = new EventForms(new JsonFactory(), "type", LARGEST);
    private final Optional<Descriptor> message;

    /** Of payloads in any form but Protobuf's. */
    public PayloadReader() {
        this.message = Optional.empty();
    }

    /**
     * Of payloads in Protobuf's form.
     *
     * @param descriptors what protoc writes with {@code --descriptor_set_out}
     * @param message the full name of the message type
     * @throws dev.punctual.cli.outcome.Refusal if it cannot be found
     */
    public PayloadReader(Path descriptors, String message) {
        this.message = Optional.of(Descriptors.find(descriptors, message));
    }

    /** The payload of a letter's event. */
    public Payload read(DeadLetter letter, byte[] data) {
        List<String> about = new ArrayList<>();
        ContentCoding coding = ContentCoding.of(data);
        if (coding != ContentCoding.NONE) {
            about.add(coding.name().toLowerCase(Locale.ROOT) + " undone");
        }
        try {
            Envelope envelope = forms.read(letter.event().withData(data));
            wrapping(letter, data, envelope).ifPresent(about::add);
            return laidOut(envelope.payload(), about);
        } catch (UndecodableException e) {
            about.clear();
            about.add("cannot be unwrapped: " + Printable.line(String.valueOf(e.getMessage())));
            return laidOut(data, about);
        }
    }

    /** How an envelope and its payload came together. */
    private static Optional<String> wrapping(DeadLetter letter, byte[] data, Envelope envelope) {
        String event = "CloudEvent " + Printable.line(envelope.id()) + " of type " + Printable.line(envelope.type());
        Set<String> beside = letter.event().attributes().keySet();
        if (beside.contains("ce-specversion") || beside.contains("ce_specversion")) {
            return Optional.of(event + " by the message's attributes");
        }
        boolean wrapped = !Arrays.equals(envelope.payload(), data) && envelope.fault().isEmpty() && !envelope.id().isEmpty();
        return wrapped ? Optional.of(event + " unwrapped") : Optional.empty();
    }

    private Payload laidOut(byte[] bytes, List<String> about) {
        Optional<String> protobuf = message.flatMap(type -> protobuf(type, bytes, about));
        if (protobuf.isPresent()) {
            return payload("Protobuf", about, protobuf.get(), bytes);
        }
        Optional<String> json = JsonText.pretty(bytes);
        if (json.isPresent()) {
            return payload("JSON", about, json.get(), bytes);
        }
        Optional<String> text = text(bytes);
        return text.isPresent() ? payload("text", about, text.get(), bytes)
                : payload("bytes", about, HexDump.of(bytes), bytes);
    }

    private static Payload payload(String form, List<String> about, String text, byte[] bytes) {
        return new Payload(form, String.join("; ", about), text, bytes);
    }

    private static Optional<String> protobuf(Descriptor type, byte[] bytes, List<String> about) {
        try {
            return Optional
                    .of(TextFormat.printer().escapingNonAscii(false).printToString(DynamicMessage.parseFrom(type, bytes)));
        } catch (InvalidProtocolBufferException e) {
            about.add("not a " + type.getFullName());
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.chars().allMatch(c -> c >= ' ' && c != 127 || c == '\n' || c == '\r' || c == '\t') ? Optional.of(text)
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            // Bytes that are no text are shown as bytes.
            return Optional.empty();
        }
    }
}
