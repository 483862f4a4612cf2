package dev.punctual.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads what generated classes call. */
final class Bytecode {

    private static final Pattern REFLECTIVE = Pattern.compile("java\\.lang\\.reflect\\..+"
            + "|java\\.lang\\.invoke\\.MethodHandle(?!s#byteArrayViewVarHandle).+|java\\.util\\.ServiceLoader#.+"
            + "|java\\.lang\\.ClassLoader#(loadClass|findClass|defineClass)"
            + "|java\\.lang\\.Class#(forName|newInstance|getRecordComponents"
            + "|get(Declared)?(Methods?|Constructors?|Fields?|Classes))|io\\.quarkus\\.arc\\.impl\\.Reflections#.+");

    private Bytecode() {
    }

    /**
     * Every method that a class calls, and that those call in turn, as {@code owner#name}.
     *
     * @param followed the classes whose own calls are read too
     */
    static List<String> callsFrom(Class<?> start, Predicate<String> followed) {
        List<String> calls = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(start.getName()));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String call : callsOf(open.remove(), start.getClassLoader())) {
                calls.add(call);
                String owner = call.substring(0, call.indexOf('#'));
                if (followed.test(owner) && seen.add(owner)) {
                    open.add(owner);
                }
            }
        }
        return calls;
    }

    /**
     * Whether a call finds or uses a class, method, constructor or service by name at run time. To look at an array's bytes as
     * larger numbers is not that, though it is among the method handles.
     */
    static boolean isReflective(String call) {
        return REFLECTIVE.matcher(call).matches();
    }

    private static List<String> callsOf(String className, ClassLoader loader) {
        List<String> calls = new ArrayList<>();
        try (InputStream bytes = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
            new ClassReader(bytes).accept(new ClassVisitor(Opcodes.ASM9) {
                @Override
                public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                        String[] thrown) {
                    return new Calls(calls);
                }
            }, ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(className, e);
        }
        return calls;
    }

    private static final class Calls extends MethodVisitor {

        private final List<String> calls;

        Calls(List<String> calls) {
            super(Opcodes.ASM9);
            this.calls = calls;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            calls.add(owner.replace('/', '.') + "#" + name);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            calls.add(bootstrap.getOwner().replace('/', '.') + "#" + bootstrap.getName());
        }
    }
}
