package dev.punctual.deployment.codec;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the messages of Protobuf and the structs of Thrift among payload types. It goes by names, since neither library need
 * be there.
 */
final class MessageTypes {

    private static final String MESSAGE = "com.google.protobuf.MessageLite";
    private static final String STRUCT = "org.apache.thrift.TBase";

    private MessageTypes() {
    }

    /** How a message or struct is read and written; empty for all other types. */
    static Optional<CodecChoice> choose(Class<?> type) {
        if (isMessage(type) && Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals("parser")
                && method.getParameterCount() == 0 && Modifier.isStatic(method.getModifiers()))) {
            return Optional.of(new CodecChoice.Protobuf(type.getName() + "_ProtobufCodec"));
        }
        if (is(type, STRUCT) && !Modifier.isAbstract(type.getModifiers()) && Arrays.stream(type.getConstructors())
                .anyMatch(constructor -> constructor.getParameterCount() == 0)) {
            return Optional.of(new CodecChoice.Thrift(type.getName() + "_ThriftCodec"));
        }
        return Optional.empty();
    }

    /** Whether it is a message of Protobuf's. */
    static boolean isMessage(Class<?> type) {
        return is(type, MESSAGE);
    }

    private static boolean is(Class<?> type, String name) {
        return type.getName().equals(name)
                || Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                        .anyMatch(above -> is(above, name));
    }
}
