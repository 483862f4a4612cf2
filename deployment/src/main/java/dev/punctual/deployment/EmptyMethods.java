package dev.punctual.deployment;

import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes methods of a class do nothing and return null, zero or false. */
final class EmptyMethods extends ClassVisitor {

    private final String className;
    private final Set<String> methods;
    private final Set<String> missing;

    /**
     * @param methods their names; those of one name are all meant
     */
    EmptyMethods(ClassVisitor next, String className, Set<String> methods) {
        super(Opcodes.ASM9, next);
        this.className = className;
        this.methods = methods;
        this.missing = new TreeSet<>(methods);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
            String @Nullable [] exceptions) {
        MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
        if (!methods.contains(name) || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) != 0) {
            return method;
        }
        missing.remove(name);
        Type returned = Type.getReturnType(descriptor);
        method.visitCode();
        push(method, returned);
        method.visitInsn(returned.getOpcode(Opcodes.IRETURN));
        method.visitMaxs(2, 0);
        method.visitEnd();
        return null;
    }

    private static void push(MethodVisitor method, Type type) {
        switch (type.getSort()) {
            case Type.VOID -> {
            }
            case Type.LONG -> method.visitInsn(Opcodes.LCONST_0);
            case Type.FLOAT -> method.visitInsn(Opcodes.FCONST_0);
            case Type.DOUBLE -> method.visitInsn(Opcodes.DCONST_0);
            case Type.OBJECT, Type.ARRAY -> method.visitInsn(Opcodes.ACONST_NULL);
            default -> method.visitInsn(Opcodes.ICONST_0);
        }
    }

    @Override
    public void visitEnd() {
        if (!missing.isEmpty()) {
            throw new IllegalStateException(className + " has no method " + String.join(", ", missing)
                    + ": this version of Quarkus starts in another way; set quarkus.punctual.bare-start=false");
        }
        super.visitEnd();
    }
}
