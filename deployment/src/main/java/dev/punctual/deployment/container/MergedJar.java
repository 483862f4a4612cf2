package dev.punctual.deployment.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

/**
 * One jar of several. Lists of services are joined; licences and notices are all kept, each in a folder named after its jar. A
 * jar is refused that is signed, or has something of another content under a name that was seen before: which of the two a
 * class
 * loader finds depends on the order of jars.
 */
final class MergedJar {

    private static final String SERVICES = "META-INF/services/";
    private static final String VERSIONS = "META-INF/versions/";
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);
    private static final Pattern TEXT = Pattern.compile("(META-INF/)?((LICENSE|NOTICE|DEPENDENCIES|AL2\\.0|LGPL2\\.1)[^/]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);
    /** What builds and tools read, and nothing when the application runs; an index of one jar would hide the others. */
    private static final Pattern UNREAD = Pattern.compile("(META-INF/versions/\\d+/)?module-info\\.class"
            + "|META-INF/quarkus-(config-doc/.*|config-roots\\.list|extension\\.(properties|yaml|json)|javadoc\\.properties)"
            + "|META-INF/jandex\\.idx|META-INF/INDEX\\.LIST|META-INF/MANIFEST\\.MF");

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Map<String, byte[]> services = new TreeMap<>();
    /** Of refused jars, too. */
    private final Map<String, byte[]> seen = new HashMap<>();
    private boolean multiRelease;

    /**
     * Adds what a jar holds.
     *
     * @return whether it was added; else it must stay a jar of its own, behind this one
     */
    boolean add(Path jar) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        boolean versioned;
        boolean fits = true;
        try (JarFile open = new JarFile(jar.toFile(), false)) {
            versioned = isMultiRelease(open.getManifest());
            for (ZipEntry entry : Collections.list(open.entries())) {
                fits &= !SIGNATURE.matcher(entry.getName()).matches();
                if (isKept(entry, versioned)) {
                    try (InputStream in = open.getInputStream(entry)) {
                        found.put(name(entry.getName(), jar), in.readAllBytes());
                    }
                }
            }
        }
        fits &= found.entrySet().stream().allMatch(entry -> fits(entry.getKey(), entry.getValue()));
        found.forEach(seen::putIfAbsent);
        if (fits) {
            multiRelease |= versioned;
            found.forEach(this::put);
        }
        return fits;
    }

    private static boolean isMultiRelease(@Nullable Manifest manifest) {
        return manifest != null && "true".equalsIgnoreCase(manifest.getMainAttributes().getValue("Multi-Release"));
    }

    private static boolean isKept(ZipEntry entry, boolean versioned) {
        return !entry.isDirectory() && !UNREAD.matcher(entry.getName()).matches()
                && (versioned || !entry.getName().startsWith(VERSIONS));
    }

    private static String name(String name, Path jar) {
        Matcher text = TEXT.matcher(name);
        return text.matches() ? "META-INF/licenses/" + jar.getFileName() + '/' + text.group(2) : name;
    }

    /** Class loaders find the lists of services of all jars. */
    private boolean fits(String name, byte[] bytes) {
        byte[] before = seen.get(name);
        return before == null || name.startsWith(SERVICES) || Arrays.equals(before, bytes);
    }

    private void put(String name, byte[] bytes) {
        if (name.startsWith(SERVICES)) {
            services.merge(name, bytes, MergedJar::joined);
        } else {
            entries.putIfAbsent(name, bytes);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.write('\n');
        both.writeBytes(second);
        return both.toByteArray();
    }

    /** Writes it: of the same jars, the same bytes. */
    void write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), UTF_8)) {
            write(zip, JarFile.MANIFEST_NAME,
                    ("Manifest-Version: 1.0\r\n" + (multiRelease ? "Multi-Release: true\r\n" : "") + "\r\n").getBytes(UTF_8));
            for (Map.Entry<String, byte[]> entry : services.entrySet()) {
                write(zip, entry.getKey(), entry.getValue());
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                write(zip, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
