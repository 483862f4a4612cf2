package dev.punctual.local.lambda.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks zips, and refuses an entry that would land outside the folder. */
final class Zip {

    private Zip() {
    }

    static void unpack(Path zip, Path into) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            var entries = file.entries();
            while (entries.hasMoreElements()) {
                unpack(file, entries.nextElement(), into);
            }
        }
    }

    private static void unpack(ZipFile file, ZipEntry entry, Path into) throws IOException {
        var target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into.normalize())) {
            throw new IOException(
                    "Entry '" + entry.getName() + "' of " + file.getName() + " leads out of the folder it is unpacked to");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        var parent = target.getParent();
        Files.createDirectories(parent == null ? into : parent);
        try (var in = file.getInputStream(entry)) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
