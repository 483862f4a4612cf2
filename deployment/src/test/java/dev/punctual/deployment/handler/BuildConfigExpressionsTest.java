package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class BuildConfigExpressionsTest {

    private final BuildConfigExpressions expressions = new BuildConfigExpressions(new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(
                    Map.of("orders.budget", "7s", "orders.seconds", "8", "orders.same", "${orders.budget}", "orders.broken",
                            "${x}"),
                    "test", 100))
            .build());

    @Test
    void leavesPlainTextAlone() {
        assertThat(expressions.evaluate("5s")).contains("5s");
        assertThat(expressions.evaluate("")).contains("");
    }

    @Test
    void takesTheValueOfAProperty() {
        assertThat(expressions.evaluate("${orders.budget}")).contains("7s");
        assertThat(expressions.evaluate("${orders.budget:5s}")).contains("7s");
        assertThat(expressions.evaluate("${orders.seconds}s")).contains("8s");
        assertThat(expressions.evaluate("${orders.same}")).contains("7s");
    }

    @Test
    void takesTheDefaultWhereThePropertyHasNoValue() {
        assertThat(expressions.evaluate("${orders.none:5s}")).contains("5s");
        assertThat(expressions.evaluate("${orders.none:${orders.budget}}")).contains("7s");
    }

    @Test
    void isEmptyWhereThereIsNeither() {
        assertThat(expressions.evaluate("${orders.none}")).isEmpty();
        assertThat(expressions.evaluate("${orders.broken}")).isEmpty();
    }
}
