package dev.punctual.deployment.codec;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jboss.jandex.DotName;

/** Tells what typical payloads take, as a table in Markdown. */
final class PayloadSizes {

    private static final String HEAD = """
            | payload, typical | JSON | gzip | Protobuf | put units per million | JSON aggregated | Protobuf aggregated |
            |---|---|---|---|---|---|---|
            """;

    private PayloadSizes() {
    }

    /** The payload types whose codecs are generated, empty if there are none; other types are not known well enough. */
    static List<PayloadSize> of(CodecChoicesBuildItem choices) {
        Map<DotName, JsonBean> beans = choices.beans().stream().collect(Collectors.toMap(JsonBean::type, Function.identity()));
        return choices.all().stream().filter(chosen -> chosen.choice() instanceof CodecChoice.Generated)
                .map(chosen -> PayloadSize.of(chosen.type().name().toString(),
                        new TypicalPayload(beans).of(chosen.type().name())))
                .toList();
    }

    static String table(List<PayloadSize> sizes) {
        return sizes.stream().map(PayloadSizes::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(PayloadSize size) {
        return String.format(Locale.ROOT, "| %s | %,d | %,d | %,d | %,d | %,d | %,d |%n", size.type(), size.json(),
                size.zipped(), size.protobuf(), PayloadSize.putUnits(size.json()), PayloadSize.putUnitsAggregated(size.json()),
                PayloadSize.putUnitsAggregated(size.protobuf())).replace(System.lineSeparator(), "\n");
    }
}
