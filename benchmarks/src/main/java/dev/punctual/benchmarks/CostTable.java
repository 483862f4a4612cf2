package dev.punctual.benchmarks;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Results as a table in Markdown: no dates, and nothing of the machine but its number of processors. */
final class CostTable {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private CostTable() {
    }

    static String of(Collection<RunResult> results) {
        String head = "JDK %d, %d cores. CPU: of the whole process, its compiler and garbage collector included; ± 99.9 %%.%n%n"
                .formatted(Runtime.version().feature(), Runtime.getRuntime().availableProcessors());
        return head + "| benchmark | ns CPU/event | ± | bytes/event |\n|---|---:|---:|---:|\n"
                + results.stream().map(CostTable::row).collect(Collectors.joining());
    }

    private static String row(RunResult result) {
        Result<?> cpu = find(result, ProcessorTime.NAME);
        return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.0f |%n", name(result.getParams()), cpu.getScore(),
                cpu.getScoreError(), find(result, ALLOCATED).getScore());
    }

    private static String name(BenchmarkParams params) {
        String name = params.getBenchmark().replaceFirst(".*\\.(?=[^.]+\\.[^.]+$)", "");
        return name
                + params.getParamsKeys().stream().map(key -> ", " + key + " " + params.getParam(key).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    /** Names of results have had a prefix in some versions of JMH. */
    private static Result<?> find(RunResult measured, String name) {
        for (Result<?> result : measured.getSecondaryResults().values()) {
            if (result.getLabel().endsWith(name)) {
                return result;
            }
        }
        throw new IllegalStateException("JMH measured no " + name + " for " + measured.getParams().getBenchmark());
    }
}
