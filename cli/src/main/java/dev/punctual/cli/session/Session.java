package dev.punctual.cli.session;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;

import dev.punctual.cli.access.LetterAccess;
import dev.punctual.cli.terminal.Editor;
import dev.punctual.cli.terminal.Terminal;

/**
 * What a command runs in.
 *
 * @param in standard input
 * @param out standard output: results
 * @param err standard error: questions, progress and errors
 * @param terminal what is at the other end of these
 * @param clock tells the time
 * @param home the user's home directory
 * @param user the user's name
 * @param access opens queues
 * @param editor lets a person change a text
 * @param interruption whether the command is to stop
 */
public record Session(InputStream in, PrintWriter out, PrintWriter err, Terminal terminal, InstantSource clock, Path home,
        String user, LetterAccess access, Editor editor, Interruption interruption) {

    /** What this process has. */
    public static Session ofThisProcess(Interruption interruption, LetterAccess access) {
        return new Session(System.in, writer(FileDescriptor.out), writer(FileDescriptor.err), Terminal.ofThisProcess(),
                InstantSource.system(), Path.of(System.getProperty("user.home")), System.getProperty("user.name"), access,
                Editor.ofEnvironment(System.getenv()), interruption);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /** Tells the person something beside the result. */
    public void tell(String text) {
        err.println(text);
        err.flush();
    }
}
