package dev.punctual.cli.access;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.spi.AuditLog;

/** Adds who did what to a file, as a line of JSON for each deed; safe for use by several threads and processes. */
public final class AuditFile implements AuditLog {

    private final Path file;
    private final JsonFactory json = new JsonFactory();

    /**
     * @param file made on first need, with the directories above it
     */
    public AuditFile(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void keep(Entry entry) {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            // One write of a whole line in append mode: other processes' lines stay whole.
            Files.write(file, (line(entry) + '\n').getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The audit file " + file + " cannot be written: " + e.getMessage()
                    + "; name another one with --audit", e);
        }
    }

    private String line(Entry entry) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator object = json.createGenerator(text)) {
            object.writeStartObject();
            object.writeStringField("at", entry.at().toString());
            object.writeStringField("by", entry.by());
            object.writeStringField("action", entry.action());
            object.writeStringField("queue", entry.queue());
            object.writeStringField("letter", entry.letter());
            object.writeStringField("detail", entry.detail());
            object.writeEndObject();
        }
        return text.toString();
    }
}
