package dev.punctual.deployment.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import dev.punctual.spi.PutUnits;

/**
 * What a typical payload of a type takes, in bytes.
 *
 * @param type the payload type
 * @param json as JSON
 * @param zipped as JSON that is compressed by gzip
 * @param protobuf as Protobuf
 */
record PayloadSize(String type, int json, int zipped, int protobuf) {

    /** What an aggregated record takes: its magic number and its checksum; and for each event its number, lengths and tags. */
    private static final int FRAME = 4 + 16 + 40;
    private static final int PER_EVENT = 8;

    private static final int MILLION = 1_000_000;

    static PayloadSize of(String type, TypicalPayload.Value payload) {
        byte[] json = payload.json().getBytes(UTF_8);
        return new PayloadSize(type, json.length, zipped(json), payload.protobuf());
    }

    private static int zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        return zipped.size();
    }

    /** The put units of a million events of a size, each a record of its own. */
    static int putUnits(int size) {
        return PutUnits.of(size) * MILLION;
    }

    /** The put units of a million events of a size, as many in a record as one unit takes. */
    static int putUnitsAggregated(int size) {
        int perUnit = (PutUnits.BYTES - FRAME) / (size + PER_EVENT);
        return perUnit < 2 ? putUnits(size) : (MILLION + perUnit - 1) / perUnit;
    }
}
