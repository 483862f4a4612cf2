package dev.punctual.wire.testing;

import java.util.Map;
import java.util.TreeMap;

import dev.punctual.wire.payload.ObjectStore;
import dev.punctual.wire.payload.PayloadException;

/** Objects in memory. */
public final class FakeObjectStore implements ObjectStore {

    private final Map<String, byte[]> objects = new TreeMap<>();
    private boolean broken;

    /** By {@code bucket/key}. */
    public Map<String, byte[]> objects() {
        return objects;
    }

    /** Whether every call fails. */
    public void breakDown(boolean now) {
        broken = now;
    }

    @Override
    public void put(String bucket, String key, byte[] bytes) throws PayloadException {
        requireWhole();
        objects.put(bucket + '/' + key, bytes.clone());
    }

    @Override
    public byte[] get(String bucket, String key, int limit) throws PayloadException {
        requireWhole();
        byte[] found = objects.get(bucket + '/' + key);
        if (found == null) {
            throw new PayloadException("no such object: " + bucket + '/' + key);
        }
        return found;
    }

    private void requireWhole() throws PayloadException {
        if (broken) {
            throw new PayloadException("the object store is out of reach");
        }
    }
}
