package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import dev.punctual.PartitionKey;

class PartitionKeyPropertiesTest {

    record Component(@PartitionKey String order) {
    }

    static class Field {
        @PartitionKey
        private String order = "";

        public String getOrder() {
            return order;
        }
    }

    static class Method {
        @PartitionKey
        public String key() {
            return "k";
        }
    }

    static class Unreadable {
        @PartitionKey
        private String order = "";
    }

    record Twice(@PartitionKey String one, @PartitionKey String two) {
    }

    record Bytes(@PartitionKey byte[] key) {
    }

    private static PartitionKeyProperties of(Class<?>... classes) throws IOException {
        Index index = Index.of(classes);
        return new PartitionKeyProperties(index, index);
    }

    @Test
    void findsComponentsFieldsAndMethods() throws IOException {
        PartitionKeyProperties properties = of(Component.class, Field.class, Method.class);

        assertThat(properties.mistakes()).isEmpty();
        assertThat(properties.found()).extracting(property -> property.method().name())
                .containsExactly("order", "getOrder", "key");
    }

    @Test
    void saysHowToMendEachMistake() throws IOException {
        String prefix = "@PartitionKey on " + PartitionKeyPropertiesTest.class.getName() + "$";

        assertThat(of(Unreadable.class, Twice.class, Bytes.class).mistakes()).satisfiesExactly(
                bytes -> assertThat(bytes).startsWith(prefix + "Bytes#key: ").contains("return a value, such as a String"),
                twice -> assertThat(twice).isEqualTo(
                        prefix + "Twice#one: also marked are [one, two]; mark one, or a method that joins them."),
                unreadable -> assertThat(unreadable).isEqualTo(prefix + "Unreadable#order: there is no public method without"
                        + " parameters that returns it; add a getter, or mark the method itself."));
    }
}
