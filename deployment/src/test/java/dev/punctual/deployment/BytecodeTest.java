package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ServiceLoader;

import org.junit.jupiter.api.Test;

class BytecodeTest {

    static class Plain {
        String name() {
            return Reflecting.class.getName();
        }
    }

    static class Reflecting {
        Object byName() throws ReflectiveOperationException {
            return Class.forName("java.lang.String").getDeclaredConstructor().newInstance();
        }
    }

    static class Outer {
        Object call() throws ReflectiveOperationException {
            return new Reflecting().byName();
        }

        ServiceLoader<Runnable> services() {
            return ServiceLoader.load(Runnable.class);
        }
    }

    @Test
    void tellsReflectiveCallsFromOthers() {
        assertThat(Bytecode.callsFrom(Plain.class, name -> false)).isNotEmpty().noneMatch(Bytecode::isReflective);
        assertThat(Bytecode.callsFrom(Reflecting.class, name -> false).stream().filter(Bytecode::isReflective)).containsExactly(
                "java.lang.Class#forName", "java.lang.Class#getDeclaredConstructor",
                "java.lang.reflect.Constructor#newInstance");
    }

    @Test
    void followsCallsIntoOtherClasses() {
        List<String> reflective = Bytecode.callsFrom(Outer.class, name -> name.endsWith("$Reflecting")).stream()
                .filter(Bytecode::isReflective).toList();

        assertThat(reflective).contains("java.util.ServiceLoader#load", "java.lang.Class#forName");
    }
}
