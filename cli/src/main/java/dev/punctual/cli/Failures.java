package dev.punctual.cli;

import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.terminal.Printable;
import dev.punctual.spi.LetterStoreException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in a sentence, and with a stack trace only where it is asked for. */
final class Failures implements IExecutionExceptionHandler {

    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        session.out().flush();
        if (session.interruption().requested()) {
            session.tell("punctual: interrupted");
            return ExitCode.INTERRUPTED;
        }
        int code = exitCode(e);
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        session.tell("punctual: " + (foreseen(e) ? "" : e.getClass().getSimpleName() + ": ") + Printable.line(said));
        if (parsed.expandedArgs().contains("--verbose")) {
            e.printStackTrace(session.err());
            session.err().flush();
        }
        return code;
    }

    private static boolean foreseen(Exception e) {
        return e instanceof Refusal || e instanceof LetterStoreException;
    }

    private static int exitCode(Exception e) {
        if (e instanceof Refusal refusal) {
            return refusal.exitCode();
        }
        return e instanceof LetterStoreException ? ExitCode.UNREACHABLE : ExitCode.FAILED;
    }
}
