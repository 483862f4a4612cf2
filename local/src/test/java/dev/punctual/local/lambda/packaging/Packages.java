package dev.punctual.local.lambda.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packages for tests. */
final class Packages {

    static final String HANDLER_ENTRY = ReverseHandler.class.getName().replace('.', '/') + ".class";

    private Packages() {
    }

    static byte[] handlerClass() throws IOException {
        try (var in = ReverseHandler.class.getClassLoader().getResourceAsStream(HANDLER_ENTRY)) {
            return in.readAllBytes();
        }
    }

    /** As Quarkus lays its {@code function.zip}: jars below {@code lib}. */
    static Path functionZip(Path folder) throws IOException {
        return zip(folder.resolve("function.zip"), Map.of("lib/handler.jar", zipped(Map.of(HANDLER_ENTRY, handlerClass()))));
    }

    static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        return Files.write(file, zipped(entries));
    }

    private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
