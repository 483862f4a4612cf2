package dev.punctual.deployment.container;

import static dev.punctual.deployment.container.Jars.jar;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathLayoutTest {

    @TempDir
    Path built;

    @TempDir
    Path folder;

    private Path application;

    @BeforeEach
    void build() throws IOException {
        application = jar(built.resolve("shop-runner.jar"), "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nClass-Path: lib/b.jar lib/a.jar\n", "com/shop/Orders.class", "o");
        Files.createDirectory(built.resolve("lib"));
        jar(built.resolve("lib/b.jar"), "com/b/B.class", "b");
        jar(built.resolve("lib/a.jar"), "com/a/A.class", "a");
        jar(built.resolve("lib/c.jar"), "com/a/A.class", "another");
    }

    @Test
    void mergesWhatItCanInTheOrderOfNames() throws IOException {
        List<String> classPath = ClassPathLayout.merged(application, ClassPathLayout.jars(built.resolve("lib")), folder);

        assertThat(classPath).containsExactly("application.jar", "libraries.jar", "lib/c.jar");
        assertThat(Jars.names(folder.resolve("libraries.jar"))).containsExactly("META-INF/MANIFEST.MF", "com/a/A.class",
                "com/b/B.class");
        assertThat(Jars.text(folder.resolve("application.jar"), "META-INF/MANIFEST.MF")).doesNotContain("Class-Path");
        assertThat(folder.resolve("lib/c.jar")).hasSameBinaryContentAs(built.resolve("lib/c.jar"));
    }

    @Test
    void copiesJarsThatAreToStaySeparate() throws IOException {
        List<String> classPath = ClassPathLayout.separate(application, ClassPathLayout.jars(built.resolve("lib")), folder);

        assertThat(classPath).containsExactly("application.jar", "lib/a.jar", "lib/b.jar", "lib/c.jar");
        assertThat(classPath).allSatisfy(name -> assertThat(folder.resolve(name)).exists());
    }

    @Test
    void ofAnApplicationWithoutLibrariesIsTheApplication() throws IOException {
        assertThat(ClassPathLayout.jars(built.resolve("none"))).isEmpty();
    }
}
