package dev.punctual.samples.food.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void comparesEachFormatWithTheFirst() {
        Map<String, Report> results = new LinkedHashMap<>();
        results.put("JSON", report(new Wire(1_000, 1_000, 360_000, 1_000)));
        results.put("Protobuf, aggregated", report(new Wire(100, 1_000, 270_000, 100)));

        List<String> lines = Comparison.table(results).lines().map(line -> line.trim().replaceAll(" +", " ")).toList();

        assertThat(lines).containsExactly("format events records bytes/event of first units/1M ev. of first",
                "JSON 1000 1000 360.0 100% 1000000 100%", "Protobuf, aggregated 1000 100 270.0 75% 100000 10%");
    }

    private static Report report(Wire wire) {
        return new Report(1, 1, 1, 1, 0, Map.of(), 0, 0, new Report.Latency(1, 1, 1), 1, 0, new Slack(Map.of()), 1, wire,
                Aftermath.Redriven.NOTHING);
    }
}
