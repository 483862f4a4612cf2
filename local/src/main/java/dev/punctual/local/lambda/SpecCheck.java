package dev.punctual.local.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Refuses what a {@link FunctionSpec} must not hold, saying what, where, got and mend. */
record SpecCheck(String function) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    void name() {
        require(NAME.matcher(function).matches(), "name", function, "use 1 to 64 letters, digits, '-' and '_'");
    }

    void command(List<String> command) {
        require(!command.isEmpty() && !command.get(0).isBlank(), "command", command, "name the program to start");
    }

    void environment(Map<String, String> environment) {
        environment.keySet().forEach(key -> {
            require(!key.isEmpty() && key.indexOf('=') < 0, "environment variable", key, "a name has no '=' and is not empty");
            require(!EnvironmentVariables.isReserved(key), "environment variable", key,
                    "remove it: Lambda sets it itself");
        });
    }

    void directory(Path directory) {
        require(Files.isDirectory(directory), "workingDirectory", directory, "name a directory that exists");
    }

    void between(String setting, Duration value, Duration least, Duration most) {
        require(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, setting, value,
                "use " + least.toSeconds() + " to " + most.toSeconds() + " seconds");
    }

    void between(String setting, int value, int least, int most) {
        require(value >= least && value <= most, setting, value,
                most == Integer.MAX_VALUE ? "use " + least + " or more" : "use " + least + " to " + most);
    }

    void positive(String setting, Duration value) {
        require(!value.isZero() && !value.isNegative(), setting, value, "use a positive duration");
    }

    private void require(boolean holds, String setting, Object got, String mend) {
        if (!holds) {
            throw new IllegalArgumentException("Function '" + function + "': " + setting + " was '" + got + "'; " + mend + ".");
        }
    }
}
