package dev.punctual.cli.show;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;

/** What protoc writes of {@code message shop.Order { int32 number = 1; string restaurant = 2; }}. */
final class ShopDescriptors {

    private ShopDescriptors() {
    }

    static Path write(Path folder) throws IOException {
        DescriptorProto order = DescriptorProto.newBuilder().setName("Order").addField(field("number", 1, Type.TYPE_INT32))
                .addField(field("restaurant", 2, Type.TYPE_STRING)).build();
        FileDescriptorProto file = FileDescriptorProto.newBuilder().setName("shop.proto").setPackage("shop").setSyntax("proto3")
                .addMessageType(order).build();
        return Files.write(folder.resolve("shop.pb"), FileDescriptorSet.newBuilder().addFile(file).build().toByteArray());
    }

    private static FieldDescriptorProto field(String name, int number, Type type) {
        return FieldDescriptorProto.newBuilder().setName(name).setNumber(number).setType(type).setLabel(Label.LABEL_OPTIONAL)
                .build();
    }
}
