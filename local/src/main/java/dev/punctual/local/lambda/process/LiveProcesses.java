package dev.punctual.local.lambda.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The processes that one host has started: none of them outlives {@link #endAll}, and none starts after it. */
public final class LiveProcesses {

    private final Set<LiveProcess> live = ConcurrentHashMap.newKeySet();
    private boolean ended;

    /**
     * Starts a process.
     *
     * @param lines gets each line that the process writes to its standard output and error, on a thread of its own
     * @throws IOException when the operating system refuses to start it
     * @throws IllegalStateException after {@link #endAll}
     */
    public synchronized LiveProcess start(ProcessCommand command, Consumer<String> lines) throws IOException {
        if (ended) {
            throw new IllegalStateException("No process can be started once the host has been closed");
        }
        var process = command.builder().start();
        var started = new LiveProcess(process);
        live.add(started);
        started.onExit(status -> live.remove(started));
        LogPump.start(process, lines);
        return started;
    }

    /** Ends every process, side by side: SIGTERM, then SIGKILL once the grace is over. */
    public void endAll(Duration grace) {
        Termination.end(closeDoor(), grace);
    }

    private synchronized List<LiveProcess> closeDoor() {
        ended = true;
        return List.copyOf(live);
    }
}
