package dev.punctual.cli.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Lets a person change a file. */
@FunctionalInterface
public interface Editor {

    /**
     * Returns once the person is done.
     *
     * @throws IOException if the editor does not start, or ends with an error
     */
    void open(Path file) throws IOException, InterruptedException;

    /** The one that {@code VISUAL} or {@code EDITOR} names, as a shell reads it; else vi. */
    static Editor ofEnvironment(Map<String, String> environment) {
        String command = environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", "vi"));
        return file -> {
            int code = new ProcessBuilder("sh", "-c", command + " \"$@\"", command, file.toString()).inheritIO().start()
                    .waitFor();
            if (code != 0) {
                throw new IOException("The editor '" + command + "' ended with " + code
                        + "; set EDITOR to another one, or use --payload");
            }
        };
    }
}
