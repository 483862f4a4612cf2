package dev.punctual.cli.deadletters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.punctual.cli.access.LetterAccess.Opened;
import dev.punctual.cli.options.QueueOptions;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.terminal.Progress;
import dev.punctual.cli.terminal.Terminal;
import dev.punctual.deadletter.OperationReport;
import picocli.CommandLine.Mixin;

/** What all commands on a dead-letter queue have in common. */
abstract class LetterCommand implements Callable<Integer> {

    @Mixin
    private QueueOptions queue = new QueueOptions();

    private final Session session;

    LetterCommand(Session session) {
        this.session = session;
    }

    final Session session() {
        return session;
    }

    final QueueOptions queue() {
        return queue;
    }

    /** The name of the dead-letter queue. */
    final String queueName() {
        return queue.place().queues().deadLetters().name();
    }

    /** Opens the queue for looking at it. */
    final Opened open() {
        return open(session.home().resolve(".punctual").resolve("audit.jsonl"));
    }

    final Opened open(Path audit) {
        return session.access().open(queue.place(), audit);
    }

    final Progress progress(String doing, long total) {
        return Progress.ofDeed(doing, total, session.terminal(), session.err(), session.clock());
    }

    /** How far looking at letters has come; programs that read JSON are not told. */
    final Progress looking(String doing, boolean json) {
        return Progress.ofLook(doing, json ? Terminal.NONE : session.terminal(), session.err(), session.clock());
    }

    /** The exit code of a report, after telling the person what it says. */
    final int end(OperationReport report) {
        report.failures().forEach(failure -> session.tell("punctual: " + failure));
        if (session.interruption().requested()) {
            session.tell("punctual: interrupted; what was held is released. The same command goes on with what is left");
            return ExitCode.INTERRUPTED;
        }
        return report.failed() > 0 || !report.failures().isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
