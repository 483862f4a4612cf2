package dev.punctual.deployment.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import dev.punctual.deployment.codec.CodecChoicesBuildItem.Chosen;
import dev.punctual.deployment.codec.PayloadExamplesBuildItem.Example;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/** Makes up payloads. */
class PayloadExampleProcessor {

    /** Fits every message without required fields: the field with the greatest number, which nobody knows, holds a byte. */
    private static final byte[] PROTOBUF = { (byte) 0xfa, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 1, 'x' };
    /** A struct that ends at once. */
    private static final byte[] THRIFT = { 0 };

    /** Codecs of the application's own may read anything. */
    @BuildStep
    PayloadExamplesBuildItem examples(CodecChoicesBuildItem choices, CombinedIndexBuildItem index) {
        List<Example> examples = new ArrayList<>();
        for (Chosen chosen : choices.all()) {
            example(chosen, index.getComputingIndex())
                    .ifPresent(payload -> examples.add(new Example(CodecProcessor.load(chosen.type()), payload)));
        }
        return new PayloadExamplesBuildItem(examples);
    }

    private static Optional<byte[]> example(Chosen chosen, IndexView index) {
        if (chosen.choice() instanceof CodecChoice.Own) {
            return Optional.empty();
        }
        if (chosen.choice() instanceof CodecChoice.Protobuf) {
            return Optional.of(PROTOBUF);
        }
        if (chosen.choice() instanceof CodecChoice.Thrift) {
            return Optional.of(THRIFT);
        }
        return chosen.choice() instanceof CodecChoice.Bytes ? Optional.of("{}".getBytes(UTF_8)) : json(chosen.type(), index);
    }

    private static Optional<byte[]> json(Type type, IndexView index) {
        try {
            return Optional.of(new TypicalPayload(new JsonShapes(index).beans(type), each -> constant(each, index))
                    .of(type.name()).json().getBytes(UTF_8));
        } catch (UnsupportedShapeException e) {
            // Only Jackson knows what the type looks like.
            return Optional.empty();
        }
    }

    private static String constant(DotName type, IndexView index) {
        ClassInfo declared = index.getClassByName(type);
        return declared.enumConstants().stream().map(FieldInfo::name).findFirst().orElse("");
    }
}
