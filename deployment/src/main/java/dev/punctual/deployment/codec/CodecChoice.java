package dev.punctual.deployment.codec;

/** How a payload type is read and written, as the build decided; immutable. */
public sealed interface CodecChoice {

    /** The bytes themselves. */
    record Bytes() implements CodecChoice {
    }

    /**
     * By a class that the build generates.
     *
     * @param className an {@code EventCodec} with a public constructor without parameters
     */
    record Generated(String className) implements CodecChoice {
    }

    /**
     * By Jackson's databind, which finds its way by reflection.
     *
     * @param reason why no codec is generated, naming the property where there is one
     */
    record Jackson(String reason) implements CodecChoice {
    }

    /**
     * As a message of protobuf-java, by a class that the build generates.
     *
     * @param className a {@code ProtobufCodec} with a public constructor without parameters
     */
    record Protobuf(String className) implements CodecChoice {
    }

    /**
     * As a struct of libthrift, by a class that the build generates.
     *
     * @param className a {@code ThriftCodec} with a public constructor without parameters
     */
    record Thrift(String className) implements CodecChoice {
    }
}
