package dev.punctual.samples.food.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;

/**
 * Writes what happens to each event as lines of a file, one file for each process, when {@code recording.folder} is set.
 *
 * <p>
 * The lines are tab-separated: {@code attempt}, event id, handler, attempt number, {@code late} or {@code in-time}; and
 * {@code finished}, record id, handler, outcome, attempts, milliseconds from arrival.
 */
@Singleton
public class RunRecorder implements DispatchListener {

    private final @Nullable Writer writer;

    RunRecorder(@ConfigProperty(name = "recording.folder") Optional<Path> folder) throws IOException {
        this.writer = folder.isEmpty() ? null
                : Files.newBufferedWriter(folder.get().resolve(ProcessHandle.current().pid() + ".tsv"),
                        StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void attemptStarted(String handler, EventContext context, Instant start) {
        line("attempt", context.id(), handler, context.attempt(), start.isAfter(context.deadline()) ? "late" : "in-time");
    }

    @Override
    public void finished(String handler, EventRecord event, Outcome outcome, int attempts, Instant end) {
        line("finished", event.id(), handler, outcome.getClass().getSimpleName(), attempts,
                end.toEpochMilli() - event.arrival().toEpochMilli());
    }

    private void line(Object... fields) {
        if (writer == null) {
            return;
        }
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.isEmpty() ? "" : "\t").append(field);
        }
        write(writer, line.append('\n').toString());
    }

    // Flushed at once: Lambda may freeze or end the process after each answer.
    private static synchronized void write(Writer writer, String line) {
        try {
            writer.write(line);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the recording cannot be written", e);
        }
    }
}
