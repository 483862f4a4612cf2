package dev.punctual.deployment.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Type;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.deployment.codec.CodecChoicesBuildItem.Chosen;

class PayloadSizesTest {

    record Line(String dish, int count) {
    }

    record Order(String orderId, String customer, int cents, boolean paid, List<Line> lines, Map<String, Long> times,
            Order previous) {
    }

    private static CodecChoicesBuildItem choices() throws IOException {
        CodecChooser chooser = new CodecChooser(Index.of(Line.class, Order.class), Optional.empty());
        Type type = Type.create(DotName.createSimple(Order.class), Type.Kind.CLASS);
        return new CodecChoicesBuildItem(List.of(new Chosen(type, chooser.choose(type), "test")), chooser.beans());
    }

    @Test
    void makesUpPayloadsOfTheirType() throws IOException {
        CodecChoicesBuildItem choices = choices();
        TypicalPayload typical = new TypicalPayload(
                Map.of(choices.beans().get(0).type(), choices.beans().get(0), choices.beans().get(1).type(),
                        choices.beans().get(1)));

        JsonNode order = new ObjectMapper().readTree(typical.of(DotName.createSimple(Order.class)).json());

        assertThat(order.get("orderId").asText()).hasSize(36);
        assertThat(order.get("customer").asText()).hasSize(12);
        assertThat(order.get("cents").asInt()).isBetween(10_000, 99_999);
        assertThat(order.get("lines")).hasSize(3);
        assertThat(order.get("times")).hasSize(3);
        assertThat(order.at("/previous/previous/previous").isNull()).isTrue();
    }

    @Test
    void countsProtobufAsItIsWritten() {
        JsonBean line = new JsonBean(DotName.createSimple(Line.class), true,
                List.of(property("dish", String.class), property("count", int.class), property("open", boolean.class)));

        int size = new TypicalPayload(Map.of(line.type(), line)).of(line.type()).protobuf();

        assertThat(size).isEqualTo(1 + 1 + 12 + 1 + 3 + 1 + 1);
    }

    private static JsonBean.Property property(String name, Class<?> type) {
        Type of = type.isPrimitive() ? Type.create(DotName.createSimple(type.getName()), Type.Kind.PRIMITIVE)
                : Type.create(DotName.createSimple(type), Type.Kind.CLASS);
        return new JsonBean.Property(name, of, new JsonShape.Scalar(JsonScalar.of(of).orElseThrow()),
                new JsonBean.ByMethods(null, Optional.empty()));
    }

    @Test
    void roundsPutUnitsUpForEachRecord() {
        assertThat(PayloadSize.putUnits(1)).isEqualTo(1_000_000);
        assertThat(PayloadSize.putUnits(25_600)).isEqualTo(1_000_000);
        assertThat(PayloadSize.putUnits(25_601)).isEqualTo(2_000_000);
        assertThat(PayloadSize.putUnitsAggregated(2_546)).isEqualTo(100_000);
        assertThat(PayloadSize.putUnitsAggregated(20_000)).isEqualTo(1_000_000);
        assertThat(PayloadSize.putUnitsAggregated(30_000)).isEqualTo(2_000_000);
    }

    @Test
    void tellsSizesAsATableWhateverReadsThePayload() throws IOException {
        PayloadSizes sizes = sizes(new CodecChoice.Own("bean", "OrderCodec"));

        assertThat(sizes.unknown()).isEmpty();
        assertThat(sizes.known()).singleElement().satisfies(size -> {
            assertThat(size.protobuf()).isLessThan(size.json());
            assertThat(size.zipped()).isLessThan(size.json());
        });
        assertThat(sizes.table()).endsWith("|\n").hasLineCount(3)
                .contains("| " + Order.class.getName() + " | ").contains(" | 1,000,000 | ");
    }

    @Test
    void saysWhoseSizeCannotBeTold() throws IOException {
        PayloadSizes sizes = sizes(new CodecChoice.Protobuf("OrderCodec"));

        assertThat(sizes.known()).isEmpty();
        assertThat(sizes.unknown()).singleElement().asString().contains(Order.class.getName(), "fields");
    }

    private static PayloadSizes sizes(CodecChoice choice) throws IOException {
        Type type = Type.create(DotName.createSimple(Order.class), Type.Kind.CLASS);
        return PayloadSizes.of(List.of(new Chosen(type, choice, "test")), new JsonShapes(Index.of(Line.class, Order.class)));
    }
}
