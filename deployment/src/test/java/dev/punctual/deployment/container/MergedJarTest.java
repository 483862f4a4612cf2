package dev.punctual.deployment.container;

import static dev.punctual.deployment.container.Jars.jar;
import static dev.punctual.deployment.container.Jars.names;
import static dev.punctual.deployment.container.Jars.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedJarTest {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String MULTI_RELEASE = "Manifest-Version: 1.0\nMulti-Release: true\n";

    @TempDir
    Path folder;

    private final MergedJar merged = new MergedJar();

    private Path written() throws IOException {
        merged.write(folder.resolve("merged.jar"));
        return folder.resolve("merged.jar");
    }

    @Test
    void hasTheEntriesOfAllJars() throws IOException {
        assertThat(merged.add(jar(folder.resolve("a.jar"), MANIFEST, "Manifest-Version: 1.0\nClass-Path: lib/x.jar\n",
                "com/a/A.class", "a", "module-info.class", "m"))).isTrue();
        assertThat(merged.add(jar(folder.resolve("b.jar"), "com/b/B.class", "b", "META-INF/jandex.idx", "j"))).isTrue();

        assertThat(names(written())).containsExactly(MANIFEST, "com/a/A.class", "com/b/B.class");
        assertThat(text(written(), MANIFEST)).doesNotContain("Class-Path");
    }

    @Test
    void joinsListsOfServicesAndKeepsEachLicence() throws IOException {
        merged.add(jar(folder.resolve("a.jar"), "META-INF/services/S", "com.a.A", "META-INF/LICENSE", "of a"));
        merged.add(jar(folder.resolve("b.jar"), "META-INF/services/S", "com.b.B\n", "META-INF/LICENSE", "of b", "NOTICE.txt",
                "of b"));

        assertThat(text(written(), "META-INF/services/S").lines()).containsExactly("com.a.A", "com.b.B");
        assertThat(text(written(), "META-INF/licenses/a.jar/LICENSE")).isEqualTo("of a");
        assertThat(text(written(), "META-INF/licenses/b.jar/LICENSE")).isEqualTo("of b");
        assertThat(names(written())).contains("META-INF/licenses/b.jar/NOTICE.txt");
    }

    @Test
    void refusesAJarThatHasSomethingElseUnderANameThatWasSeen() throws IOException {
        merged.add(jar(folder.resolve("a.jar"), "com/a/A.class", "a", "config.properties", "same"));

        assertThat(merged.add(jar(folder.resolve("b.jar"), "com/b/B.class", "b", "com/a/A.class", "another"))).isFalse();
        assertThat(merged.add(jar(folder.resolve("c.jar"), "com/b/B.class", "yet another"))).as("behind b").isFalse();
        assertThat(merged.add(jar(folder.resolve("d.jar"), "config.properties", "same", "com/d/D.class", "d"))).isTrue();

        assertThat(names(written())).containsExactly(MANIFEST, "com/a/A.class", "config.properties", "com/d/D.class");
    }

    @Test
    void refusesASignedJar() throws IOException {
        assertThat(merged.add(jar(folder.resolve("a.jar"), "META-INF/KEY.SF", "s", "com/a/A.class", "a"))).isFalse();
    }

    @Test
    void takesClassesOfReleasesFromJarsThatHaveSuch() throws IOException {
        merged.add(jar(folder.resolve("plain.jar"), "META-INF/versions/11/com/a/A.class", "never used"));
        assertThat(names(written())).containsExactly(MANIFEST);

        merged.add(jar(folder.resolve("versioned.jar"), MANIFEST, MULTI_RELEASE, "META-INF/versions/11/com/b/B.class", "b"));
        assertThat(names(written())).containsExactly(MANIFEST, "META-INF/versions/11/com/b/B.class");
        try (JarFile open = new JarFile(written().toFile())) {
            assertThat(open.isMultiRelease()).isTrue();
        }
    }

    @Test
    void isTheSameForTheSameJars() throws IOException {
        merged.add(jar(folder.resolve("a.jar"), "com/a/A.class", "a", "META-INF/services/S", "A"));
        Path first = written();
        MergedJar again = new MergedJar();
        again.add(folder.resolve("a.jar"));
        again.write(folder.resolve("again.jar"));

        assertThat(folder.resolve("again.jar")).hasSameBinaryContentAs(first);
    }
}
