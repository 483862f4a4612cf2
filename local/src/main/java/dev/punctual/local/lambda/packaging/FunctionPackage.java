package dev.punctual.local.lambda.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/**
 * What is deployed as a function: a folder, or a zip that is unpacked into one.
 *
 * <p>
 * Closing deletes the folder only where this class has made it up.
 */
public final class FunctionPackage implements AutoCloseable {

    private final Path folder;
    private final Optional<Path> temporary;
    private final boolean unpacked;

    private FunctionPackage(Path folder, Optional<Path> temporary, boolean unpacked) {
        this.folder = folder;
        this.temporary = temporary;
        this.unpacked = unpacked;
    }

    /**
     * Opens a package: a folder is used as it stands, a zip is unpacked into a temporary folder.
     *
     * @throws IllegalArgumentException if it is neither
     * @throws UncheckedIOException if it cannot be read or unpacked
     */
    public static FunctionPackage open(Path zipOrFolder) {
        if (Files.isDirectory(zipOrFolder)) {
            return new FunctionPackage(zipOrFolder.toAbsolutePath(), Optional.empty(), false);
        }
        requireFile(zipOrFolder);
        try {
            var folder = Files.createTempDirectory("punctual-function-");
            var opened = new FunctionPackage(folder, Optional.of(folder), true);
            Zip.unpack(zipOrFolder, folder);
            return opened;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Function package " + zipOrFolder + " cannot be unpacked", unreadable);
        }
    }

    /**
     * Unpacks a zip into a folder of the caller's, which is made if it is not there and stays when this is closed.
     *
     * @throws IllegalArgumentException if there is no such file
     * @throws UncheckedIOException if it cannot be unpacked
     */
    public static FunctionPackage unpack(Path zip, Path into) {
        requireFile(zip);
        try {
            Zip.unpack(zip, Files.createDirectories(into));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Function package " + zip + " cannot be unpacked into " + into, unreadable);
        }
        return new FunctionPackage(into.toAbsolutePath(), Optional.empty(), true);
    }

    /** The folder that takes the place of Lambda's {@code /var/task}. */
    public Path folder() {
        return folder;
    }

    /** Whether the files come from a zip, which carries no permissions here. */
    boolean unpacked() {
        return unpacked;
    }

    @Override
    public void close() {
        temporary.ifPresent(FunctionPackage::delete);
    }

    private static void requireFile(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(
                    "Function package " + path
                            + " is neither a zip nor a folder; build the application first, or mend the path.");
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException inUse) {
            throw new UncheckedIOException("The temporary folder " + folder + " cannot be deleted", inUse);
        }
    }
}
