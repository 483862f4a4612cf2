package dev.punctual.cli.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.outcome.Refusal;

/** Lets a person change a file. */
@FunctionalInterface
public interface Editor {

    /**
     * Returns once the person is done.
     *
     * @throws IOException if no shell starts
     * @throws Refusal if the editor does not start, or ends with an error
     */
    void open(Path file) throws IOException, InterruptedException;

    /** The one that {@code VISUAL} or {@code EDITOR} names, as a shell reads it; else vi. */
    static Editor ofEnvironment(Map<String, String> environment) {
        String command = environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", "vi"));
        return file -> {
            int code = new ProcessBuilder("sh", "-c", command + " \"$@\"", command, file.toString()).inheritIO().start()
                    .waitFor();
            if (code != 0) {
                throw new Refusal(
                        "The editor '" + command + "' ended with " + code + ", so nothing is done; set VISUAL or EDITOR"
                                + " to another one, or use --payload FILE",
                        ExitCode.FAILED);
            }
        };
    }
}
