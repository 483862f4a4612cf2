package dev.punctual.local.lambda.process;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/** A process that was started; safe for use by many threads. */
public final class LiveProcess {

    private static final Logger LOG = Logger.getLogger(LiveProcess.class);

    private final Process process;

    LiveProcess(Process process) {
        this.process = process;
    }

    /** The id that the operating system gave it. */
    public long pid() {
        return process.pid();
    }

    /**
     * Tells when the process is gone; the log lines it wrote last may follow a moment later.
     *
     * @param action must not block: it may be called on a thread of the JDK that watches processes
     */
    public void onExit(Consumer<ExitStatus> action) {
        process.onExit().thenAccept(ended -> action.accept(new ExitStatus(ended.exitValue()))).exceptionally(defect -> {
            LOG.errorf(defect, "The end of process %d was not handled", process.pid());
            return null;
        });
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
