package dev.punctual.runtime.codec.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.punctual.spi.UndecodableException;

/** A codec as the build generates them, of a record that holds itself. */
final class SampleCodec extends JsonCodec {

    record Sample(String text, int number, long large, BigDecimal price, boolean flag, List<Sample> children,
            Map<String, Integer> counts) {
    }

    private static final PropertyNames NAMES = new PropertyNames("text", "number", "large", "price", "flag", "children",
            "counts");

    SampleCodec() {
        super("Sample");
    }

    @Override
    protected Object readValue(JsonReader in) throws UndecodableException {
        return read(in);
    }

    @Override
    protected void writeValue(JsonWriter out, Object payload) {
        write(out, (Sample) payload);
    }

    private static Sample read(JsonReader in) throws UndecodableException {
        if (in.readNull()) {
            return null;
        }
        String text = null;
        int number = 0;
        long large = 0;
        BigDecimal price = null;
        boolean flag = false;
        List<Sample> children = null;
        Map<String, Integer> counts = null;
        in.beginObject(NAMES);
        for (int next = in.nextProperty(); next >= 0; next = in.nextProperty()) {
            switch (next) {
                case 0 -> text = in.readString();
                case 1 -> number = in.readInt();
                case 2 -> large = in.readLong();
                case 3 -> price = JsonValues.readBigDecimal(in);
                case 4 -> flag = in.readBoolean();
                case 5 -> children = children(in);
                default -> counts = counts(in);
            }
        }
        return new Sample(text, number, large, price, flag, children, counts);
    }

    private static List<Sample> children(JsonReader in) throws UndecodableException {
        if (in.readNull()) {
            return null;
        }
        List<Sample> all = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            all.add(read(in));
        }
        return all;
    }

    private static Map<String, Integer> counts(JsonReader in) throws UndecodableException {
        if (in.readNull()) {
            return null;
        }
        Map<String, Integer> all = new LinkedHashMap<>();
        in.beginMap();
        for (String key = in.nextKey(); key != null; key = in.nextKey()) {
            all.put(key, JsonBoxes.readInteger(in));
        }
        return all;
    }

    private static void write(JsonWriter out, Sample sample) {
        if (sample == null) {
            out.writeNull();
            return;
        }
        out.beginObject();
        out.name(NAMES, 0);
        out.write(sample.text());
        out.name(NAMES, 1);
        out.write(sample.number());
        out.name(NAMES, 2);
        out.write(sample.large());
        out.name(NAMES, 3);
        JsonValues.write(out, sample.price());
        out.name(NAMES, 4);
        out.write(sample.flag());
        if (sample.children() != null) {
            out.name(NAMES, 5);
            out.beginArray();
            for (Sample child : sample.children()) {
                out.next();
                write(out, child);
            }
            out.endArray();
        }
        out.endObject();
    }
}
