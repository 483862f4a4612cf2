package dev.punctual.deployment.handler;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Function;

import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.jandex.gizmo2.Jandex2Gizmo;

import dev.punctual.runtime.handler.KeyText;
import io.quarkus.gizmo2.ClassOutput;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.ClassMethodDesc;
import io.quarkus.gizmo2.desc.MethodDesc;
import io.quarkus.runtime.util.HashUtil;

/**
 * Generates the classes that read business keys from payloads: each casts, calls one method and takes its text.
 *
 * <p>
 * A class goes to the package of its handler, since what the handler's own parameter may name, that class may, too.
 */
final class KeyAccessors {

    private static final MethodDesc TEXT = MethodDesc.of(KeyText.class, "of", String.class, Object.class);

    private final ClassOutput output;

    KeyAccessors(ClassOutput output) {
        this.output = output;
    }

    /** The name of a class with a public constructor that is a {@code Function<Object, String>}. */
    static String nameFor(MethodInfo handler) {
        String signature = new AnnotatedMethod(handler).signature();
        return handler.declaringClass().name() + "_" + handler.name() + "_Key_" + HashUtil.sha1(signature);
    }

    /**
     * Generates the class {@link #nameFor} names.
     *
     * @param property the method of the payload that returns the key
     */
    void generate(EventHandler handler, MethodInfo property) {
        generate(nameFor(handler.method()), handler.payload(), property);
    }

    /**
     * Generates a class.
     *
     * @param name its name
     * @param property the method of the payload that returns the key
     */
    void generate(String name, Type payload, MethodInfo property) {
        Gizmo.create(output).class_(name, type -> {
            type.public_();
            type.implements_(Function.class);
            type.defaultConstructor();
            apply(type, payload, property);
        });
    }

    private static void apply(ClassCreator type, Type payload, MethodInfo property) {
        ClassDesc payloadType = Jandex2Gizmo.classDescOf(payload);
        MethodDesc getter = ClassMethodDesc.of(payloadType, property.name(),
                MethodTypeDesc.of(Jandex2Gizmo.classDescOf(property.returnType())));
        type.method("apply", method -> {
            method.public_();
            method.returning(Object.class);
            ParamVar argument = method.parameter("payload", Object.class);
            method.body(body -> body.return_(text(body, getter, argument, payloadType)));
        });
    }

    private static Expr text(BlockCreator body, MethodDesc getter, ParamVar argument, ClassDesc payloadType) {
        Expr value = body.invokeVirtual(getter, body.cast(argument, payloadType));
        return body.invokeStatic(TEXT, getter.returnType().isPrimitive() ? body.box(value) : value);
    }
}
