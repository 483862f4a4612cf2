package dev.punctual.cli.show;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;

import dev.punctual.cli.outcome.Refusal;

/** The message types of a file that {@code protoc --include_imports --descriptor_set_out=FILE} writes. */
final class Descriptors {

    private final Path file;
    private final Map<String, FileDescriptorProto> files = new HashMap<>();
    private final Map<String, FileDescriptor> built = new HashMap<>();

    private Descriptors(Path file, FileDescriptorSet set) {
        this.file = file;
        set.getFileList().forEach(proto -> files.put(proto.getName(), proto));
    }

    /**
     * Finds a message type.
     *
     * @param name its full name, such as {@code shop.OrderPlaced}
     * @throws Refusal if the file is none, or has no such type
     */
    static Descriptor find(Path file, String name) {
        try {
            Descriptors all = new Descriptors(file, FileDescriptorSet.parseFrom(Files.readAllBytes(file)));
            for (String each : all.files.keySet()) {
                FileDescriptor candidate = all.build(each);
                String within = candidate.getPackage().isEmpty() ? name : inside(candidate.getPackage(), name);
                Descriptor type = within.isEmpty() ? null : candidate.findMessageTypeByName(within);
                if (type != null) {
                    return type;
                }
            }
        } catch (IOException | DescriptorValidationException e) {
            throw new Refusal("--descriptors " + file + " cannot be read: " + e.getMessage() + "; have protoc write it with"
                    + " --include_imports --descriptor_set_out=FILE");
        }
        throw new Refusal(
                "--message is '" + name + "', which is not in " + file + "; write its package, too, such as shop.Order");
    }

    private static String inside(String path, String name) {
        String prefix = path + ".";
        return name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0 ? name.substring(prefix.length()) : "";
    }

    private FileDescriptor build(String name) throws DescriptorValidationException {
        FileDescriptor known = built.get(name);
        if (known != null) {
            return known;
        }
        FileDescriptorProto proto = files.get(name);
        if (proto == null) {
            throw new Refusal("--descriptors " + file + " lacks " + name + "; have protoc write it with --include_imports");
        }
        List<String> names = proto.getDependencyList();
        FileDescriptor[] needed = new FileDescriptor[names.size()];
        for (int i = 0; i < needed.length; i++) {
            needed[i] = build(names.get(i));
        }
        FileDescriptor descriptor = FileDescriptor.buildFrom(proto, needed);
        built.put(name, descriptor);
        return descriptor;
    }
}
