package dev.punctual.runtime.codec;

import com.google.protobuf.Parser;
import com.google.protobuf.Struct;

/** As the build generates it, for one of Protobuf's own messages. */
public final class StructCodec extends ProtobufCodec<Struct> {

    public StructCodec() {
        super("Struct");
    }

    @Override
    protected Parser<Struct> parser() {
        return Struct.parser();
    }
}
