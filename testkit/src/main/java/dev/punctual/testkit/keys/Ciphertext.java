package dev.punctual.testkit.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What Encrypt returns: the key's id, an initialization vector, and the sealed bytes. */
record Ciphertext(String keyId, byte[] vector, byte[] sealed) {

    private static final int VERSION = 1;

    byte[] toBytes() {
        return written(out -> {
            out.writeByte(VERSION);
            out.writeUTF(keyId);
            out.writeByte(vector.length);
            out.write(vector);
            out.write(sealed);
        });
    }

    static Ciphertext parse(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readUnsignedByte() != VERSION) {
                throw KmsException.invalidCiphertext();
            }
            var keyId = in.readUTF();
            var vector = in.readNBytes(in.readUnsignedByte());
            return new Ciphertext(keyId, vector, in.readAllBytes());
        } catch (IOException e) {
            throw (KmsException) KmsException.invalidCiphertext().initCause(e);
        }
    }

    /** An encryption context as bytes to authenticate, the same for the same pairs in any order. */
    static byte[] canonical(Map<String, String> context) {
        return written(out -> {
            for (var pair : new TreeMap<>(context).entrySet()) {
                out.writeUTF(pair.getKey());
                out.writeUTF(pair.getValue());
            }
        });
    }

    private static byte[] written(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("A ciphertext could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }
}
