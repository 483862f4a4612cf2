package dev.punctual.deployment.codec;

import java.util.List;

import org.jboss.jandex.Type;
import org.jboss.jandex.gizmo2.Jandex2Gizmo;

import dev.punctual.deployment.codec.CodecChoicesBuildItem.Chosen;
import io.quarkus.arc.deployment.CompletedApplicationClassPredicateBuildItem;
import io.quarkus.deployment.GeneratedClassGizmo2Adaptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.RuntimeInitializedClassBuildItem;

/** Generates the codecs of Protobuf's messages and Thrift's structs. */
class MessageCodecProcessor {

    @BuildStep
    void generate(CodecChoicesBuildItem choices, CompletedApplicationClassPredicateBuildItem applicationClasses,
            BuildProducer<GeneratedClassBuildItem> classes, BuildProducer<GeneratedResourceBuildItem> sources) {
        for (Chosen chosen : choices.all()) {
            Type type = chosen.type();
            MessageCodecs codecs = new MessageCodecs(
                    new GeneratedClassGizmo2Adaptor(classes, sources, applicationClasses.test(type.name())));
            if (chosen.choice() instanceof CodecChoice.Protobuf protobuf) {
                codecs.generate(protobuf, Jandex2Gizmo.classDescOf(type), type.name().toString());
            } else if (chosen.choice() instanceof CodecChoice.Thrift thrift) {
                codecs.generate(thrift, Jandex2Gizmo.classDescOf(type), type.name().toString());
            }
        }
    }

    @BuildStep
    void registerForReflection(CodecChoicesBuildItem choices, BuildProducer<ReflectiveClassBuildItem> reflection,
            BuildProducer<RuntimeInitializedClassBuildItem> initialized) {
        List<Chosen> messages = choices.all().stream().filter(chosen -> chosen.choice() instanceof CodecChoice.Protobuf)
                .toList();
        for (Chosen message : messages) {
            reflection.produce(
                    ReflectiveClassBuildItem.builder(MessageReflection.reachedFrom(CodecProcessor.load(message.type())))
                            .methods().fields().reason(message.usedBy()).build());
        }
        if (!messages.isEmpty()) {
            // It learns offsets in memory, which the image's builder has others of.
            initialized.produce(new RuntimeInitializedClassBuildItem("com.google.protobuf.UnsafeUtil"));
        }
    }
}
