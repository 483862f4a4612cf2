package dev.punctual.samples.food.driver;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what the functions record, as it grows: one tab-separated file for each process; used by one thread. */
final class Recordings {

    private final Path folder;
    private final Map<Path, Long> readUpTo = new HashMap<>();

    Recordings(Path folder) {
        this.folder = folder;
    }

    void readInto(Accounts accounts) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".tsv")).toList();
        }
        for (Path file : files) {
            newLines(file).lines().forEach(line -> account(line.split("\t"), accounts));
        }
    }

    /** The lines that are complete by now; the rest of an unfinished one is left for the next time. */
    private String newLines(Path file) throws IOException {
        long from = readUpTo.getOrDefault(file, 0L);
        byte[] bytes;
        try (RandomAccessFile recording = new RandomAccessFile(file.toFile(), "r")) {
            bytes = new byte[Math.toIntExact(recording.length() - from)];
            recording.seek(from);
            recording.readFully(bytes);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String complete = text.substring(0, text.lastIndexOf('\n') + 1);
        readUpTo.put(file, from + complete.getBytes(StandardCharsets.UTF_8).length);
        return complete;
    }

    private static void account(String[] fields, Accounts accounts) {
        if (fields[0].equals("attempt")) {
            accounts.attempted(fields[4].equals("late"));
        } else if (fields[0].equals("finished") && fields[3].equals("Handled")) {
            accounts.handled(new Accounts.Handled(fields[1], fields[2], Integer.parseInt(fields[4]),
                    Long.parseLong(fields[5]), Long.parseLong(fields[6])));
        }
    }
}
