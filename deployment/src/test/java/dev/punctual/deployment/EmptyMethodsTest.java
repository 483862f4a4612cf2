package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

class EmptyMethodsTest {

    /** A class of another extension. */
    public static class Recorder {

        private static final List<String> SAID = List.of("kept");

        /** Overloaded. */
        public String start(String name) {
            throw new IllegalStateException(name);
        }

        /** Overloaded. */
        public long start(long number, Object other) {
            throw new IllegalStateException(String.valueOf(other));
        }

        /** Returns nothing. */
        public void stop() {
            throw new IllegalStateException();
        }

        /** Returns a number that is no object. */
        public boolean isStarted() {
            throw new IllegalStateException();
        }

        /** Is left as it is. */
        public List<String> said() {
            return SAID;
        }
    }

    private static byte[] emptied(String... methods) throws IOException {
        try (InputStream in = Objects.requireNonNull(Recorder.class.getResourceAsStream("EmptyMethodsTest$Recorder.class"))) {
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            new ClassReader(in).accept(new EmptyMethods(writer, "Recorder", Set.of(methods)), 0);
            return writer.toByteArray();
        }
    }

    @Test
    void makesMethodsDoNothing() throws Exception {
        byte[] bytes = emptied("start", "stop", "isStarted");
        Class<?> loaded = new ClassLoader(null) {
            Class<?> define() {
                return defineClass(Recorder.class.getName(), bytes, 0, bytes.length);
            }
        }.define();
        Object recorder = loaded.getDeclaredConstructor().newInstance();

        assertThat(call(recorder, "start", String.class, "x")).isNull();
        assertThat(loaded.getMethod("start", long.class, Object.class).invoke(recorder, 7L, "x")).isEqualTo(0L);
        assertThat(loaded.getMethod("stop").invoke(recorder)).isNull();
        assertThat(loaded.getMethod("isStarted").invoke(recorder)).isEqualTo(false);
        assertThat(loaded.getMethod("said").invoke(recorder)).isEqualTo(List.of("kept"));
    }

    private static Object call(Object recorder, String name, Class<?> type, Object argument) throws Exception {
        Method method = recorder.getClass().getMethod(name, type);
        return method.invoke(recorder, argument);
    }

    @Test
    void refusesAClassThatIsNotAsItWas() {
        assertThatIllegalStateException().isThrownBy(() -> emptied("stop", "launch"))
                .withMessage("Recorder has no method launch: this version of Quarkus starts in another way;"
                        + " set quarkus.punctual.bare-start=false");
    }
}
