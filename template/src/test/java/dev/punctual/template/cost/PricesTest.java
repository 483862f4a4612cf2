package dev.punctual.template.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {

    private static final String FILE = Price.keys().stream().map(key -> "\"" + key + "\":0.4")
            .collect(Collectors.joining(",",
                    "{\"region\":\"eu-west-1\",\"currency\":\"EUR\",\"date\":\"2026-01-31\",\"source\":\"an invoice\",\"prices\":{",
                    "}}"));

    @Test
    void thatAreBuiltInAreThoseThatAreAskedFor() {
        Prices prices = Prices.builtIn();

        assertThat(prices.all()).containsOnlyKeys(Price.keys());
        assertThat(prices.region()).isEqualTo("us-east-1");
        assertThat(prices.source()).isNotBlank();
    }

    @Test
    void ofTheUsersReplaceThem() {
        Prices prices = Prices.read(FILE);

        assertThat(prices.of(Price.SHARD_HOUR, BigDecimal.TEN)).isEqualByComparingTo("4");
        assertThat(prices).extracting(Prices::region, Prices::currency, Prices::date, Prices::source)
                .containsExactly("eu-west-1", "EUR", "2026-01-31", "an invoice");
    }

    @Test
    void ofAMillionAreDividedByIt() {
        assertThat(Prices.read(FILE).of(Price.QUEUE_REQUESTS, BigDecimal.valueOf(30_000))).isEqualByComparingTo("0.012");
    }

    @Test
    void thatAreMissingAreNamedWhenTheyAreAskedFor() {
        Prices prices = new Prices("eu-west-1", "EUR", "2026-01-31", "an invoice", Map.of());

        assertThatThrownBy(() -> prices.of(Price.ALARM_MONTH, BigDecimal.ONE)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the prices of eu-west-1 as of 2026-01-31 have no 'cloudwatch.alarm-month'; add it");
    }

    @Test
    void thatAreMissingInAFileAreNamedAllAtOnce() {
        String file = FILE.replace("\"kinesis.shard-hour\":0.4,", "").replace("\"kms.key-month\":0.4,", "");

        assertThatThrownBy(() -> Prices.read(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the prices have no 'kinesis.shard-hour', 'kms.key-month'; add what is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"eu-west-1\"               | \"\"                        | the prices have no 'region'; add it, as a text",
            "\"source\"                  | \"from\"                    | the prices have no 'source'; add it, as a text",
            "2026-01-31                  | 31.1.2026                   | the date of the prices is '31.1.2026'; give a day such as 2026-08-07",
            "\"kinesis.shard-hour\":0.4  | \"kinesis.shard-hour\":-1   | the price 'kinesis.shard-hour' is -1; give a number of at least 0",
            "\"kinesis.shard-hour\":0.4  | \"kinesis.shard-hour\":\"a\" | the price 'kinesis.shard-hour' is \"a\"; give a number of at least 0",
            "kinesis.shard-hour          | kinesis.shard-year          | nothing asks for the price 'kinesis.shard-year'; known are kinesis.shard-hour, ",
            "\"prices\"                  | \"usd\"                     | the prices have no 'kinesis.shard-hour', ",
            "}}                          | }                           | the prices are no JSON: " })
    void thatAreNoneAreRefused(String part, String mistake, String message) {
        String file = FILE.replace(part, mistake);

        assertThatThrownBy(() -> Prices.read(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void ofAnEmptyTextAreRefused() {
        assertThatThrownBy(() -> Prices.read("")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the prices have no 'region'; add it, as a text");
    }
}
