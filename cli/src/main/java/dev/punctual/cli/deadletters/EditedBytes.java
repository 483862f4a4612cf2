package dev.punctual.cli.deadletters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.show.JsonText;
import dev.punctual.cli.show.LineChanges;
import dev.punctual.cli.terminal.Editor;
import dev.punctual.cli.terminal.Printable;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.coding.ContentCoding;

/**
 * The bytes of an event on their way through somebody's hands: without compression and, if they are JSON, laid out.
 *
 * @param bytes as they are in the letter
 * @param coding how they are compressed
 * @param plain the same, decompressed
 */
record EditedBytes(byte[] bytes, ContentCoding coding, byte[] plain) {

    private static final int LARGEST = 64 << 20;

    static EditedBytes none() {
        return new EditedBytes(new byte[0], ContentCoding.NONE, new byte[0]);
    }

    static EditedBytes of(byte[] bytes) {
        ContentCoding coding = ContentCoding.of(bytes);
        try {
            return new EditedBytes(bytes, coding, coding.decode(bytes, LARGEST));
        } catch (UndecodableException e) {
            return new EditedBytes(bytes, ContentCoding.NONE, bytes);
        }
    }

    /**
     * What a person makes of them.
     *
     * @throws Refusal if they are no text, or no longer JSON
     */
    byte[] inEditor(Editor editor) throws IOException, InterruptedException {
        if (!isText()) {
            throw new Refusal("The event's bytes are no text; write them to a file with `show --raw`, and give others with"
                    + " --payload FILE");
        }
        byte[] shown = JsonText.pretty(plain).map(text -> (text + "\n").getBytes(StandardCharsets.UTF_8)).orElse(plain);
        // Temporary files are their owner's alone.
        Path file = Files.createTempFile("punctual-", json() ? ".json" : ".txt");
        try {
            Files.write(file, shown);
            editor.open(file);
            byte[] edited = Files.readAllBytes(file);
            return Arrays.equals(edited, shown) ? bytes : replacedBy(json() ? compacted(edited) : edited);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Other bytes, compressed as these are unless they come compressed.
     *
     * @throws Refusal if these are JSON and the others are not
     */
    byte[] replacedBy(byte[] others) {
        if (ContentCoding.of(others) != ContentCoding.NONE) {
            return others;
        }
        if (json()) {
            JsonText.fault(others).ifPresent(fault -> {
                throw new Refusal("The event was JSON, and what it is to be is not: " + fault + "; nothing is done");
            });
        }
        return Arrays.equals(others, plain) ? bytes : coding.encode(others);
    }

    private byte[] compacted(byte[] edited) {
        boolean oneLine = !new String(plain, StandardCharsets.UTF_8).contains("\n");
        return oneLine ? JsonText.compact(edited).map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(edited) : edited;
    }

    /** The lines that change, and by how much. */
    String change(byte[] after) {
        EditedBytes now = of(after);
        String sizes = String.format(Locale.ROOT, "%,d bytes become %,d", bytes.length, after.length);
        return isText() && now.isText() ? LineChanges.between(lines(this), lines(now)) + sizes : sizes;
    }

    private static String lines(EditedBytes of) {
        return Printable.lines(JsonText.pretty(of.plain).orElseGet(() -> new String(of.plain, StandardCharsets.UTF_8)));
    }

    private boolean json() {
        return JsonText.fault(plain).isEmpty();
    }

    private boolean isText() {
        String text = new String(plain, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), plain) && text.indexOf('\0') < 0;
    }

    /** Leaves the bytes out. */
    @Override
    public String toString() {
        return "EditedBytes[" + bytes.length + " bytes, " + coding + "]";
    }
}
