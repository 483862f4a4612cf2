package dev.punctual.runtime.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.Failure;

/**
 * Failed attempts as a few bytes: DynamoDB counts each KiB that is written, and attempts mostly fail alike, so that they
 * compress well.
 */
final class AttemptsFormat {

    private AttemptsFormat() {
    }

    static byte[] write(List<Attempt> attempts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(attempts.size());
            for (Attempt attempt : attempts) {
                out.writeInt(attempt.number());
                instant(out, attempt.start());
                instant(out, attempt.end());
                out.writeUTF(attempt.function());
                out.writeUTF(attempt.requestId());
                out.writeUTF(attempt.failure().exception());
                out.writeUTF(attempt.failure().message());
                out.writeUTF(attempt.failure().fingerprint());
                out.writeUTF(attempt.traceparent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    private static void instant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    /**
     * @throws IOException if they are not of this format
     */
    static List<Attempt> read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            List<Attempt> attempts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                attempts.add(new Attempt(in.readInt(), instant(in), instant(in), in.readUTF(), in.readUTF(),
                        new Failure(in.readUTF(), in.readUTF(), in.readUTF()), in.readUTF()));
            }
            return attempts;
        }
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
