package dev.punctual.local.lambda.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionPackageTest {

    @TempDir
    private Path folder;

    @Test
    void unpacksAZipAndDeletesItsTemporaryFolder() throws IOException {
        var zip = Packages.zip(folder.resolve("f.zip"), Map.of("lib/a.txt", "alpha".getBytes(UTF_8)));

        var opened = FunctionPackage.open(zip);

        assertThat(opened.folder().resolve("lib/a.txt")).hasContent("alpha");
        opened.close();
        assertThat(opened.folder()).doesNotExist();
        assertThat(zip).exists();
    }

    @Test
    void leavesAFolderOfTheCallersAlone() throws IOException {
        var zip = Packages.zip(folder.resolve("f.zip"), Map.of("a.txt", "alpha".getBytes(UTF_8)));

        FunctionPackage.unpack(zip, folder.resolve("into/here")).close();
        FunctionPackage.open(folder).close();

        assertThat(folder.resolve("into/here/a.txt")).hasContent("alpha");
    }

    @Test
    void refusesAnEntryThatLeadsOutOfTheFolder() throws IOException {
        var zip = Packages.zip(folder.resolve("f.zip"), Map.of("../evil.txt", new byte[1]));

        assertThatThrownBy(() -> FunctionPackage.unpack(zip, folder.resolve("into"))).isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("Entry '../evil.txt' of " + zip + " leads out of the folder it is unpacked to");
        assertThat(folder.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void refusesWhatIsNeitherZipNorFolder() {
        var missing = folder.resolve("missing.zip");

        assertThatThrownBy(() -> FunctionPackage.open(missing)).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "Function package " + missing
                        + " is neither a zip nor a folder; build the application first, or mend the path.");
    }
}
