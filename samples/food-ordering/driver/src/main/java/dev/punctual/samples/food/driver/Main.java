package dev.punctual.samples.food.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the run. */
@Command(name = "samples/food-ordering/run", sortOptions = false, showDefaultValues = true, mixinStandardHelpOptions = true, version = "0.1.0-SNAPSHOT", description = {
        "Runs the food-ordering application on this machine: streams, queues, and its functions as processes of the one"
                + " artefact; places orders, and accounts for every event.",
        "" }, footer = {
                "",
                "Exit status: 0 if no event was lost and no attempt was late, 1 if not, 2 for a mistake on the command line.",
                "", "Examples:", "  samples/food-ordering/run",
                "  samples/food-ordering/run --orders 2000 --seed 7 --report target/report.json",
                "  samples/food-ordering/run --redrive", "  samples/food-ordering/run --journey",
                "  samples/food-ordering/run --payload protobuf --aggregate", "  samples/food-ordering/run --compare" })
final class Main implements Callable<Integer> {

    @Option(names = "--orders", paramLabel = "N", defaultValue = "500", description = "How many orders are placed.")
    private int orders;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "25", description = "How many orders are placed in a second.")
    private double rate;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Makes up the same orders again.")
    private long seed;

    @Option(names = "--payload", paramLabel = "FORMAT", defaultValue = "json", description = {
            "What orders and their envelopes are written in: ${COMPLETION-CANDIDATES}." })
    private Format.Payload payload = Format.Payload.JSON;

    @Option(names = "--aggregate", description = "Lets events share records.")
    private boolean aggregate;

    @Option(names = "--compare", description = {
            "Runs the same orders in each format, plain and aggregated, and compares what the stream took and costs." })
    private boolean compare;

    @Option(names = "--redrive", description = {
            "Opens the closed restaurants in the end, and redrives the dead letters of their orders." })
    private boolean redrive;

    @Option(names = "--journey", description = {
            "Prints the way of the slowest order through events, attempts and waits in the end." })
    private boolean journey;

    @Option(names = "--report", paramLabel = "FILE", description = "Where the report is written as JSON.")
    private @Nullable Path report;

    @Option(names = "--log", paramLabel = "FILE", description = "Where the functions' log lines go; discarded if not given.")
    private @Nullable Path log;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(orders >= 1, "--orders must be at least 1, was " + orders);
        require(rate > 0 && rate <= 1_000, "--rate must be more than 0 and at most 1000 orders a second, was " + rate);
        prepare("--report", report);
        prepare("--log", log);
        require(!compare || !aggregate, "--compare runs all formats, --aggregate asks for one; give one of them");
        return compare ? compareFormats() : runOnce();
    }

    private int runOnce() throws IOException, InterruptedException {
        Report result = run(new Format(payload, aggregate));
        write(result);
        return result.isPromiseKept() ? 0 : 1;
    }

    private int compareFormats() throws IOException, InterruptedException {
        Map<String, Report> results = new LinkedHashMap<>();
        for (Format.Payload each : Format.Payload.values()) {
            for (boolean aggregated : new boolean[] { false, true }) {
                Format format = new Format(each, aggregated);
                results.put(format.toString(), run(format));
                System.out.println();
            }
        }
        System.out.print(Comparison.table(results));
        write(results);
        return results.values().stream().allMatch(Report::isPromiseKept) ? 0 : 1;
    }

    private Report run(Format format) throws IOException, InterruptedException {
        return new Run(new Run.Plan(orders, rate, seed, Functions.of(format.payload()), format, log, redrive, journey),
                System.out,
                System.console() != null).call();
    }

    private void write(Object result) throws IOException {
        if (report != null) {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(report.toFile(), result);
            System.out.println("Report: " + report);
        }
    }

    private void prepare(String option, @Nullable Path file) throws IOException {
        if (file != null) {
            require(!Files.isDirectory(file), option + " must name a file, " + file + " is a folder");
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        }
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(required(spec).commandLine(), message);
        }
    }

    private static <T> T required(@Nullable T injected) {
        if (injected == null) {
            throw new IllegalStateException("picocli has not set a field");
        }
        return injected;
    }
}
