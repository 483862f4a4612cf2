package dev.punctual.local.lambda.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What it takes to start a process.
 *
 * @param words the program and its arguments, never empty
 * @param environment its whole environment: nothing is inherited from this JVM
 * @param directory where it starts
 */
public record ProcessCommand(List<String> words, Map<String, String> environment, Path directory) {

    private static final File NOTHING = new File(File.separatorChar == '\\' ? "NUL" : "/dev/null");

    public ProcessCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    ProcessBuilder builder() {
        var builder = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }
}
