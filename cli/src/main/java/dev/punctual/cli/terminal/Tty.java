package dev.punctual.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks the system about this process' terminal. */
final class Tty {

    private static final int USUAL_WIDTH = 80;
    private static final int NARROWEST = 40;

    private Tty() {
    }

    /** Whether a file descriptor is a terminal; where the system does not tell, whether the process has a console. */
    static boolean is(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return !Files.exists(Path.of("/proc/self/fd")) && System.console() != null;
        }
    }

    static int width() {
        String columns = System.getenv("COLUMNS");
        int told = columns == null ? asked() : number(columns);
        return told <= 0 ? USUAL_WIDTH : Math.max(NARROWEST, told);
    }

    private static int asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip().split(" ");
            return size.length == 2 ? number(size[1]) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    }
}
