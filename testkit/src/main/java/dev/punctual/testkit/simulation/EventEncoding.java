package dev.punctual.testkit.simulation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;

/** Writes and reads what retry messages and letters have in common, as base64 text that a queue takes. */
final class EventEncoding {

    private EventEncoding() {
    }

    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    static String text(Writer writer) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a message could not be written to memory", e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static <T> T read(String text, Reader<T> reader) {
        try (var in = new DataInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("a message of the simulator's own is cut short", e);
        }
    }

    static void write(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    static void write(DataOutputStream out, Deadline deadline) throws IOException {
        write(out, deadline.arrival());
        write(out, deadline.at());
    }

    static Deadline deadline(DataInputStream in) throws IOException {
        return new Deadline(instant(in), instant(in));
    }

    static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    static void write(DataOutputStream out, EventRecord event) throws IOException {
        out.writeUTF(event.source().arn());
        out.writeUTF(event.shardId());
        out.writeUTF(event.sequenceNumber());
        out.writeInt(event.subSequenceNumber());
        out.writeUTF(event.partitionKey());
        write(out, event.arrival());
        out.writeInt(event.data().length);
        out.write(event.data());
        out.writeInt(event.attributes().size());
        for (var attribute : event.attributes().entrySet()) {
            out.writeUTF(attribute.getKey());
            out.writeUTF(attribute.getValue());
        }
    }

    static EventRecord event(DataInputStream in) throws IOException {
        var source = EventSource.ofArn(in.readUTF());
        var shardId = in.readUTF();
        var sequenceNumber = in.readUTF();
        int subSequenceNumber = in.readInt();
        var partitionKey = in.readUTF();
        var arrival = instant(in);
        return new EventRecord(source, shardId, sequenceNumber, subSequenceNumber, partitionKey, arrival,
                in.readNBytes(in.readInt()), attributes(in));
    }

    private static Map<String, String> attributes(DataInputStream in) throws IOException {
        int count = in.readInt();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(in.readUTF(), in.readUTF());
        }
        return attributes;
    }

    static void write(DataOutputStream out, AttemptHistory attempts) throws IOException {
        out.writeInt(attempts.count());
        out.writeInt(attempts.kept().size());
        for (var attempt : attempts.kept()) {
            write(out, attempt);
        }
    }

    private static void write(DataOutputStream out, Attempt attempt) throws IOException {
        out.writeInt(attempt.number());
        write(out, attempt.start());
        write(out, attempt.end());
        out.writeUTF(attempt.function());
        out.writeUTF(attempt.requestId());
        out.writeUTF(attempt.failure().exception());
        out.writeUTF(attempt.failure().message());
        out.writeUTF(attempt.failure().fingerprint());
        out.writeUTF(attempt.traceparent());
    }

    static AttemptHistory attempts(DataInputStream in) throws IOException {
        int count = in.readInt();
        int kept = in.readInt();
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < kept; i++) {
            attempts.add(new Attempt(in.readInt(), instant(in), instant(in), in.readUTF(), in.readUTF(),
                    new Failure(in.readUTF(), in.readUTF(), in.readUTF()), in.readUTF()));
        }
        return new AttemptHistory(count, attempts);
    }
}
