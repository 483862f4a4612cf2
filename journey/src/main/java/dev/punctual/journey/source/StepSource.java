package dev.punctual.journey.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.punctual.journey.step.Step;
import dev.punctual.journey.step.StepLines;

/**
 * Files with steps: lines as functions write them, exports of CloudWatch Logs, answers of its API, and traces in OTLP's JSON
 * form,
 * each compressed by gzip or not. Holds one line at a time.
 */
public final class StepSource {

    /** A line beyond this is no step, and is left out. */
    private static final int LONGEST_LINE = 16 * 1_024 * 1_024;
    private static final Pattern SPANS = Pattern.compile("\"resourceSpans\"\\s*:");
    private static final Pattern ANSWER = Pattern.compile("\"(events|results)\"\\s*:");
    private static final Pattern DOCUMENT = Pattern.compile("\\s*\\{\\s*\"(resourceSpans|events|results)\"\\s*:.*",
            Pattern.DOTALL);
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final StepLines lines = new StepLines();
    private final OtlpSpans spans = new OtlpSpans();
    private final LogAnswers answers = new LogAnswers();

    /**
     * Hands every step over, in the order of the files.
     *
     * @param from a file, or a folder whose files are read, those of its folders too
     * @throws IOException if one cannot be read; the message names it
     */
    public void read(Path from, Consumer<Step> to) throws IOException {
        for (Path file : files(from)) {
            try (InputStream in = opened(Files.newInputStream(file))) {
                read(in, to);
            } catch (IOException e) {
                throw new IOException(file + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private static List<Path> files(Path from) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static InputStream opened(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 2);
        byte[] magic = in.readNBytes(2);
        in.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == GZIP_FIRST && (magic[1] & 0xff) == GZIP_SECOND;
        return gzip ? new GZIPInputStream(in) : in;
    }

    void read(InputStream in, Consumer<Step> to) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String first = line(reader);
        while (first != null && first.isBlank()) {
            first = line(reader);
        }
        if (first != null && opens(first)) {
            document(first, reader, to);
            return;
        }
        for (String line = first; line != null; line = line(reader)) {
            each(line, to);
        }
    }

    /** Whether a document may begin that goes on behind the line; a step that was cut off is none. */
    private static boolean opens(String line) {
        String text = line.strip();
        return text.equals("{") || text.equals("[") || !text.endsWith("}") && DOCUMENT.matcher(text).matches();
    }

    private void document(String first, BufferedReader reader, Consumer<Step> to) throws IOException {
        StringBuilder whole = new StringBuilder(first).append('\n');
        for (String line = line(reader); line != null; line = line(reader)) {
            whole.append(line).append('\n');
            if (whole.length() > LONGEST_LINE) {
                throw new IOException("it is one JSON document of more than " + LONGEST_LINE
                        + " characters; export less at once, or as lines");
            }
        }
        String text = whole.toString();
        if (isDocument(text)) {
            parse(text, to);
        } else {
            text.lines().forEach(line -> lines.read(line).ifPresent(to));
        }
    }

    /** Lines of others may be anything; what begins as a document must be one. */
    private void each(String line, Consumer<Step> to) throws IOException {
        Optional<Step> step = lines.read(line);
        if (step.isPresent()) {
            to.accept(step.get());
        } else if (isDocument(line)) {
            try {
                parse(line, to);
            } catch (JsonProcessingException e) {
                if (DOCUMENT.matcher(line).matches()) {
                    throw e;
                }
            }
        }
    }

    private static boolean isDocument(String text) {
        return SPANS.matcher(text).find() || ANSWER.matcher(text).find();
    }

    private void parse(String document, Consumer<Step> to) throws IOException {
        if (SPANS.matcher(document).find()) {
            spans.read(document, to);
        } else {
            answers.messages(document, message -> lines.read(message).ifPresent(to));
        }
    }

    private static @Nullable String line(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            if (next == '\n') {
                return line.toString();
            }
            if (line.length() < LONGEST_LINE) {
                line.append((char) next);
            }
        }
        return line.length() > 0 ? line.toString() : null;
    }
}
