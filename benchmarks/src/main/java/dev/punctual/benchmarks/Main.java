package dev.punctual.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs benchmarks with JMH, and writes what they cost to a table. */
public final class Main {

    private Main() {
    }

    /** @param args the file for the table, then options of JMH */
    public static void main(String... args) throws CommandLineOptionException, RunnerException, IOException {
        Path table = Path.of(args[0]);
        CommandLineOptions options = new CommandLineOptions(Arrays.copyOfRange(args, 1, args.length));
        Runner runner = new Runner(new OptionsBuilder().parent(options).addProfiler(GCProfiler.class)
                .addProfiler(ProcessorTime.class).build());
        Files.writeString(table, CostTable.of(runner.run()));
    }
}
