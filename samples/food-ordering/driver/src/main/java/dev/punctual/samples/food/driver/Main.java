package dev.punctual.samples.food.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                "  samples/food-ordering/run --orders 2000 --seed 7 --report target/report.json" })
final class Main implements Callable<Integer> {

    @Option(names = "--orders", paramLabel = "N", defaultValue = "500", description = "How many orders are placed.")
    private int orders;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "25", description = "How many orders are placed in a second.")
    private double rate;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Makes up the same orders again.")
    private long seed;

    @Option(names = "--report", paramLabel = "FILE", description = "Where the report is written as JSON.")
    private @Nullable Path report;

    @Option(names = "--log", paramLabel = "FILE", description = "Where the functions' log lines go; discarded if not given.")
    private @Nullable Path log;

    /** Set by the script that builds it. */
    private final Path functions = Path.of(System.getProperty("functions.zip", "functions/target/function.zip"));

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(orders >= 1, "--orders must be at least 1, was " + orders);
        require(rate > 0 && rate <= 1_000, "--rate must be more than 0 and at most 1000 orders a second, was " + rate);
        prepare("--report", report);
        prepare("--log", log);
        Report result = new Run(new Run.Plan(orders, rate, seed, functions, log), System.out,
                System.console() != null).call();
        if (report != null) {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(report.toFile(), result);
            System.out.println("Report: " + report);
        }
        return result.isPromiseKept() ? 0 : 1;
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
