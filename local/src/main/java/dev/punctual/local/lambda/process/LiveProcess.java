package dev.punctual.local.lambda.process;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A process that was started; safe for use by many threads. */
public final class LiveProcess {

    private final Process process;
    private final CompletableFuture<ExitStatus> exit;

    LiveProcess(Process process) {
        this.process = process;
        this.exit = process.onExit().thenApply(ended -> new ExitStatus(ended.exitValue()));
    }

    /** The id that the operating system gave it. */
    public long pid() {
        return process.pid();
    }

    /** Completes when the process is gone; the log lines it wrote last may follow a moment later. */
    public CompletableFuture<ExitStatus> exit() {
        return exit.copy();
    }

    /** Ends it and the processes it started at once (SIGKILL). */
    public void kill() {
        family().forEach(ProcessHandle::destroyForcibly);
    }

    /** The process and those it started: a bootstrap script must not leave its program behind. */
    List<ProcessHandle> family() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    }
}
