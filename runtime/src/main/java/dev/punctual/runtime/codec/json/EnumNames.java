package dev.punctual.runtime.codec.json;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.UndecodableException;

/** Reads and writes the constants of an enum by their names; immutable. */
public final class EnumNames {

    private final Enum<?>[] constants;
    private final PropertyNames names;

    /**
     * @param constants all of them, in their order
     */
    public EnumNames(Enum<?>[] constants) {
        this.constants = constants.clone();
        this.names = new PropertyNames(Arrays.stream(constants).map(Enum::name).toArray(String[]::new));
    }

    /** The constant whose name is next, or null; no number stands for one. */
    public @Nullable Enum<?> read(JsonReader in) throws UndecodableException {
        if (in.readNull()) {
            return null;
        }
        int start = in.at;
        int index = in.token() == '"' ? in.name(names) : -1;
        if (index < 0) {
            in.at = start;
            throw in.fault("the name of a constant is expected");
        }
        return constants[index];
    }

    /** The constant's name, or null. */
    public static void write(JsonWriter out, @Nullable Enum<?> constant) {
        out.write(constant == null ? null : constant.name());
    }
}
