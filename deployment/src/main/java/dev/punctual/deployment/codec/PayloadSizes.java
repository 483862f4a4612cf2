package dev.punctual.deployment.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jboss.jandex.Type;

import dev.punctual.deployment.codec.CodecChoicesBuildItem.Chosen;

/**
 * What the payloads of an application take.
 *
 * @param known the types whose properties the build knows, whatever reads them, sorted by name
 * @param unknown of each other type, its name and why its size cannot be told
 */
record PayloadSizes(List<PayloadSize> known, List<String> unknown) {

    private static final String HEAD = """
            | payload, typical | JSON | gzip | Protobuf | put units per million | JSON aggregated | Protobuf aggregated |
            |---|---|---|---|---|---|---|
            """;

    static PayloadSizes of(List<Chosen> payloads, JsonShapes shapes) {
        List<PayloadSize> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Chosen chosen : payloads) {
            Type type = chosen.type();
            try {
                requireProperties(chosen.choice());
                known.add(PayloadSize.of(type.name().toString(), new TypicalPayload(shapes.beans(type)).of(type.name())));
            } catch (UnsupportedShapeException e) {
                unknown.add(type + ": " + e.reason());
            }
        }
        return new PayloadSizes(known, unknown);
    }

    private static void requireProperties(CodecChoice choice) throws UnsupportedShapeException {
        if (choice instanceof CodecChoice.Bytes) {
            throw new UnsupportedShapeException("it is whatever its producer puts");
        }
        if (choice instanceof CodecChoice.Protobuf || choice instanceof CodecChoice.Thrift) {
            throw new UnsupportedShapeException("what its fields hold is not told by its class");
        }
    }

    /** In Markdown. */
    String table() {
        return known.stream().map(PayloadSizes::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(PayloadSize size) {
        return String.format(Locale.ROOT, "| %s | %,d | %,d | %,d | %,d | %,d | %,d |%n", size.type(), size.json(),
                size.zipped(), size.protobuf(), PayloadSize.putUnits(size.json()), PayloadSize.putUnitsAggregated(size.json()),
                PayloadSize.putUnitsAggregated(size.protobuf())).replace(System.lineSeparator(), "\n");
    }
}
