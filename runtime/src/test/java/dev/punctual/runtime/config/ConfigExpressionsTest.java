package dev.punctual.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.NoSuchElementException;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class ConfigExpressionsTest {

    private final Config config = new SmallRyeConfigBuilder().addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(
                    Map.of("orders.budget", "5s", "amount", "7", "unit", "s", "indirect", "${orders.budget}"), "test", 100))
            .build();

    @ParameterizedTest
    @CsvSource({ "5s, 5s", "PT5S, PT5S", "'', ''", "${orders.budget}, 5s", "${gone:3s}, 3s", "${orders.budget:3s}, 5s",
            "${amount}${unit}, 7s", "${amount}ms, 7ms", "${gone:${orders.budget}}, 5s", "${gone:${gone.too:1h}}, 1h",
            "${indirect}, 5s", "${gone:}, ''" })
    void resolves(String text, String expected) {
        assertThat(ConfigExpressions.resolve(text, config)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({ "${orders.budget}, true", "a${b}c, true", "5s, false", "$5, false", "{5s}, false", "'', false" })
    void recognisesExpressions(String text, boolean expression) {
        assertThat(ConfigExpressions.isExpression(text)).isEqualTo(expression);
    }

    @Test
    void refusesAPropertyThatIsNeitherConfiguredNorGivenADefault() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> ConfigExpressions.resolve("${amount}${gone}", config))
                .withMessage("the property 'gone' of ${amount}${gone} is not configured, and has no default");
    }
}
