package dev.punctual.local.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;

/** Timestamps to the millisecond: in JSON as seconds with a fraction, in CBOR as milliseconds with tag 1. */
final class Timestamps {

    private static final int EPOCH_TAG = 1;

    private Timestamps() {
    }

    static SimpleModule seconds() {
        return new SimpleModule("epoch-seconds").addSerializer(new Writer()).addDeserializer(Instant.class, new Reader(3));
    }

    static SimpleModule millis() {
        return new SimpleModule("epoch-millis").addSerializer(new Writer()).addDeserializer(Instant.class, new Reader(0));
    }

    private static final class Writer extends StdScalarSerializer<Instant> {

        private static final long serialVersionUID = 1L;

        Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider context) throws IOException {
            if (out instanceof CBORGenerator cbor) {
                cbor.writeTag(EPOCH_TAG);
                cbor.writeNumber(value.toEpochMilli());
            } else {
                out.writeNumber(BigDecimal.valueOf(value.toEpochMilli(), 3));
            }
        }
    }

    private static final class Reader extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        /** Digits before the point; more might be no long, and expensive to write out. */
        private static final int LONGEST = 18;

        private final int shift;

        /** @param shift by how many decimal digits the point moves right, so that the number is milliseconds */
        Reader(int shift) {
            super(Instant.class);
            this.shift = shift;
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.currentToken().isNumeric()) {
                return (Instant) context.handleUnexpectedToken(Instant.class, in);
            }
            BigDecimal millis = in.getDecimalValue().scaleByPowerOfTen(shift);
            if (millis.precision() - (long) millis.scale() > LONGEST) {
                return (Instant) context.handleWeirdNumberValue(Instant.class, in.getDoubleValue(),
                        "out of the range of timestamps");
            }
            return Instant.ofEpochMilli(millis.longValue());
        }
    }
}
