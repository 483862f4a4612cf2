package dev.punctual.samples.food.recording;

import java.io.FileWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;

/**
 * Writes what happens to each event as lines of a file, one file for each process, when {@code recording.folder} is set.
 *
 * <p>
 * The lines are tab-separated: {@code attempt}, event id, handler, attempt number, {@code late} or {@code in-time}; and
 * {@code finished}, record id, handler, outcome, failed attempts, milliseconds from arrival, milliseconds until the
 * deadline.
 */
@Singleton
public class RunRecorder implements DispatchListener {

    private final @Nullable Writer writer;

    RunRecorder(@ConfigProperty(name = "recording.folder") Optional<Path> folder) throws IOException {
        // Not a channel's writer: the engine may interrupt a handler's thread, which would close the channel.
        this.writer = folder.isEmpty() ? null
                : new FileWriter(folder.get().resolve(ProcessHandle.current().pid() + ".tsv").toFile(),
                        StandardCharsets.UTF_8, true);
    }

    @Override
    public void attemptStarted(String handler, EventContext context, Instant start) {
        line("attempt", context.id(), handler, context.attempt(), start.isAfter(context.deadline()) ? "late" : "in-time");
    }

    @Override
    public void finished(Finished finished) {
        line("finished", finished.event().id(), finished.handler(), finished.outcome().getClass().getSimpleName(),
                finished.attempts().count(), finished.end().toEpochMilli() - finished.event().arrival().toEpochMilli(),
                finished.deadline().at().toEpochMilli() - finished.end().toEpochMilli());
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
