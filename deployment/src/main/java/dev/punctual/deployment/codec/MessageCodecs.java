package dev.punctual.deployment.codec;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

import io.quarkus.gizmo2.ClassOutput;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.desc.ClassMethodDesc;
import io.quarkus.gizmo2.desc.ConstructorDesc;

/**
 * Generates the codecs of Protobuf's messages and Thrift's structs: each is the library's codec with one call, to the
 * message's {@code parser()} or to the struct's constructor. It goes to the package of the payload type.
 */
final class MessageCodecs {

    // By name: the libraries that these classes mention need not be there at build time.
    private static final ClassDesc PROTOBUF_CODEC = ClassDesc.of("dev.punctual.runtime.codec.ProtobufCodec");
    private static final ClassDesc THRIFT_CODEC = ClassDesc.of("dev.punctual.runtime.codec.ThriftCodec");
    private static final ClassDesc PARSER = ClassDesc.of("com.google.protobuf.Parser");
    private static final ClassDesc STRUCT = ClassDesc.of("org.apache.thrift.TBase");

    private final ClassOutput output;

    MessageCodecs(ClassOutput output) {
        this.output = output;
    }

    void generate(CodecChoice.Protobuf choice, ClassDesc message, String name) {
        Gizmo.create(output).class_(choice.className(), type -> {
            type.public_();
            type.extends_(PROTOBUF_CODEC);
            type.constructor(constructor -> {
                constructor.public_();
                constructor.body(body -> {
                    body.invokeSpecial(ConstructorDesc.of(PROTOBUF_CODEC, ConstantDescs.CD_String), type.this_(),
                            Const.of(name));
                    body.return_();
                });
            });
            type.method("parser", method -> {
                method.protected_();
                method.returning(PARSER);
                method.body(body -> body.return_(
                        body.invokeStatic(ClassMethodDesc.of(message, "parser", MethodTypeDesc.of(PARSER)))));
            });
        });
    }

    void generate(CodecChoice.Thrift choice, ClassDesc struct, String name) {
        Gizmo.create(output).class_(choice.className(), type -> {
            type.public_();
            type.extends_(THRIFT_CODEC);
            type.constructor(constructor -> {
                constructor.public_();
                constructor.body(body -> {
                    body.invokeSpecial(ConstructorDesc.of(THRIFT_CODEC, ConstantDescs.CD_String), type.this_(),
                            Const.of(name));
                    body.return_();
                });
            });
            type.method("create", method -> {
                method.protected_();
                method.returning(STRUCT);
                method.body(body -> body.return_(body.new_(struct)));
            });
        });
    }
}
