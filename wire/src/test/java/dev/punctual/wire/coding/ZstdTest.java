package dev.punctual.wire.coding;

import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import dev.punctual.spi.UndecodableException;

/** What is particular to zstd; see {@link ContentCodingTest} for the rest. */
class ZstdTest {

    /** A frame without its content's size: a window of 8 MiB, and one block that repeats a byte 100 times. */
    private static final byte[] UNTOLD = HexFormat.of().parseHex("28b52ffd006823030061");

    @Test
    void readsFramesThatDoNotTellTheirSize() throws UndecodableException {
        assertThat(Zstd.decompress(UNTOLD, 100)).isEqualTo(utf8("a".repeat(100)));
        assertThat(Zstd.decompress(ContentCodingTest.join(UNTOLD, UNTOLD), 200)).isEqualTo(utf8("a".repeat(200)));
        assertThatThrownBy(() -> Zstd.decompress(UNTOLD, 99)).isInstanceOf(UndecodableException.class)
                .hasMessageContaining("more than 99 bytes");
    }

    @Test
    void tellsThatTheLibraryIsMissing() throws Exception {
        byte[] data = Zstd.compress(utf8("{}"));
        URL[] others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("aircompressor")).map(ZstdTest::url).toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(others, ClassLoader.getPlatformClassLoader())) {
            Class<?> codings = loader.loadClass(ContentCoding.class.getName());
            Object zstd = codings.getField("ZSTD").get(null);

            assertThatThrownBy(() -> codings.getMethod("decode", byte[].class, int.class).invoke(zstd, data, 100))
                    .isInstanceOf(InvocationTargetException.class).cause()
                    .hasMessage("the event is compressed with zstd: io.airlift:aircompressor is needed for it;"
                            + " add it to the application's dependencies");
            assertThatThrownBy(() -> codings.getMethod("encode", byte[].class).invoke(zstd, data))
                    .isInstanceOf(InvocationTargetException.class).cause()
                    .hasMessageContaining("io.airlift:aircompressor is needed");
        }
    }

    private static URL url(String path) {
        try {
            return new File(path).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
