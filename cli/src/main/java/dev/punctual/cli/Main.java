package dev.punctual.cli;

import dev.punctual.cli.access.SqsLetterAccess;
import dev.punctual.cli.session.Interruption;
import dev.punctual.cli.session.Session;

/** Starts {@code punctual}. */
public final class Main {

    private Main() {
    }

    /**
     * Runs a command and ends the process with its exit code; interrupted from outside, it lets go of what it holds first.
     *
     * @param args as on the command line
     */
    public static void main(String[] args) {
        Interruption interruption = Interruption.ofThisProcess();
        Session session = Session.ofThisProcess(interruption, new SqsLetterAccess());
        int code;
        try {
            code = Punctual.commandLine(session).execute(args);
            session.out().flush();
            session.err().flush();
        } finally {
            interruption.finished();
        }
        System.exit(code);
    }
}
