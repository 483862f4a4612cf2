package dev.punctual.deployment.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays a class path out in a folder, always in the same order. */
final class ClassPathLayout {

    private static final String APPLICATION = "application.jar";
    private static final String LIBRARIES = "libraries.jar";
    private static final String LIB = "lib";

    private ClassPathLayout() {
    }

    /** The jars of a folder, by name; none where there is no folder. */
    static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    /**
     * Writes one jar for the application, one for its libraries, and those of them that cannot be merged.
     *
     * @return the names of the files, in the order of the class path
     */
    static List<String> merged(Path application, List<Path> libraries, Path folder) throws IOException {
        List<String> classPath = new ArrayList<>(List.of(application(application, folder), LIBRARIES));
        MergedJar jar = new MergedJar();
        for (Path library : libraries) {
            if (!jar.add(library)) {
                classPath.add(copy(library, folder));
            }
        }
        jar.write(folder.resolve(LIBRARIES));
        return classPath;
    }

    /**
     * Copies the jars.
     *
     * @return the names of the files, in the order of the class path
     */
    static List<String> separate(Path application, List<Path> libraries, Path folder) throws IOException {
        List<String> classPath = new ArrayList<>(List.of(application(application, folder)));
        for (Path library : libraries) {
            classPath.add(copy(library, folder));
        }
        return classPath;
    }

    /** Without the class path of its manifest, which names files that are elsewhere. */
    private static String application(Path application, Path folder) throws IOException {
        MergedJar jar = new MergedJar();
        if (!jar.add(application)) {
            throw new IOException(application + " is signed; it cannot be written again");
        }
        jar.write(folder.resolve(APPLICATION));
        return APPLICATION;
    }

    private static String copy(Path file, Path folder) throws IOException {
        Files.createDirectories(folder.resolve(LIB));
        String name = LIB + '/' + file.getFileName();
        Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        return name;
    }
}
