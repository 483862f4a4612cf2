package dev.punctual.wire.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.punctual.wire.payload.DataKeys;
import dev.punctual.wire.payload.PayloadException;

/** Keys that are known by a number; each belongs to a source. */
public final class FakeDataKeys implements DataKeys {

    private final List<String> sources = new ArrayList<>();
    private int unwrapped;

    /** How many keys were made. */
    public int made() {
        return sources.size();
    }

    /** How often a key was asked for that was made before. */
    public int unwrapped() {
        return unwrapped;
    }

    @Override
    public DataKey make(String source) {
        sources.add(source);
        return key(sources.size() - 1);
    }

    @Override
    public DataKey unwrap(String wrapped, String source) throws PayloadException {
        unwrapped++;
        int number = Integer.parseInt(wrapped.substring(1));
        if (number >= sources.size() || !sources.get(number).equals(source)) {
            throw new PayloadException("the key was not made for " + source);
        }
        return key(number);
    }

    private static DataKey key(int number) {
        byte[] plain = new byte[32];
        Arrays.fill(plain, (byte) number);
        return new DataKey(plain, "k" + number);
    }
}
