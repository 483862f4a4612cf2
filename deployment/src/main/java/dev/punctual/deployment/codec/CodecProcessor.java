package dev.punctual.deployment.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import org.jboss.jandex.Type;

import dev.punctual.deployment.codec.CodecChoicesBuildItem.Chosen;
import dev.punctual.runtime.codec.CodecRecorder;
import dev.punctual.runtime.codec.PayloadCodecs;
import dev.punctual.spi.EventCodec;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import io.quarkus.deployment.recording.RecorderContext;
import io.quarkus.runtime.RuntimeValue;

/** Gives each payload type its codec. */
class CodecProcessor {

    @BuildStep
    CodecChoicesBuildItem choose(List<PayloadTypeBuildItem> payloads) {
        Map<String, Chosen> chosen = new TreeMap<>();
        CodecChooser chooser = new CodecChooser();
        for (PayloadTypeBuildItem payload : payloads) {
            chosen.computeIfAbsent(payload.type().name().toString(),
                    name -> new Chosen(payload.type(), choose(payload.type(), chooser), payload.usedBy()));
        }
        return new CodecChoicesBuildItem(List.copyOf(chosen.values()));
    }

    private static CodecChoice choose(Type type, CodecChooser chooser) {
        return CodecChooser.isBytes(type) ? chooser.choose(type)
                : MessageTypes.choose(load(type)).orElseGet(() -> chooser.choose(type));
    }

    /** Jackson alone finds properties by reflection. */
    @BuildStep
    void registerForReflection(CodecChoicesBuildItem choices, BuildProducer<ReflectiveHierarchyBuildItem> reflection) {
        choices.all().stream().filter(chosen -> chosen.choice() instanceof CodecChoice.Jackson)
                .map(chosen -> ReflectiveHierarchyBuildItem.builder(chosen.type())
                        .source("the payload of " + chosen.usedBy()).build())
                .forEach(reflection::produce);
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    PayloadCodecsBuildItem record(CodecChoicesBuildItem choices, RecorderContext context, CodecRecorder recorder) {
        List<Class<?>> types = new ArrayList<>();
        List<RuntimeValue<EventCodec<?>>> codecs = new ArrayList<>();
        for (Chosen chosen : choices.all()) {
            Class<?> type = load(chosen.type());
            types.add(type);
            codecs.add(codec(type, chosen.choice(), context, recorder));
        }
        return new PayloadCodecsBuildItem(recorder.codecs(types, codecs));
    }

    private static RuntimeValue<EventCodec<?>> codec(Class<?> type, CodecChoice choice, RecorderContext context,
            CodecRecorder recorder) {
        if (choice instanceof CodecChoice.Generated generated) {
            return context.newInstance(generated.className());
        }
        if (choice instanceof CodecChoice.Protobuf protobuf) {
            return context.newInstance(protobuf.className());
        }
        if (choice instanceof CodecChoice.Thrift thrift) {
            return context.newInstance(thrift.className());
        }
        return choice instanceof CodecChoice.Jackson ? recorder.jackson(type) : recorder.bytes();
    }

    @BuildStep
    SyntheticBeanBuildItem bean(PayloadCodecsBuildItem codecs) {
        return SyntheticBeanBuildItem.configure(PayloadCodecs.class).scope(Singleton.class).runtimeValue(codecs.codecs())
                .done();
    }

    static Class<?> load(Type type) {
        if (CodecChooser.isBytes(type)) {
            return byte[].class;
        }
        try {
            return Class.forName(type.name().toString(), false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(type + " is indexed, but not on the application's class path", e);
        }
    }
}
