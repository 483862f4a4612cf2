package dev.punctual.deployment.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.jandex.Type;
import org.jboss.logging.Logger;

import dev.punctual.deployment.codec.CodecChoicesBuildItem.Chosen;
import dev.punctual.runtime.codec.CodecRecorder;
import dev.punctual.runtime.codec.PayloadCodecs;
import dev.punctual.runtime.config.PunctualBuildConfig;
import dev.punctual.spi.EventCodec;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.CompletedApplicationClassPredicateBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.GeneratedClassGizmo2Adaptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import io.quarkus.deployment.recording.RecorderContext;
import io.quarkus.jackson.runtime.JacksonBuildTimeConfig;
import io.quarkus.runtime.RuntimeValue;

/** Gives each payload type its codec. */
class CodecProcessor {

    private static final Logger LOG = Logger.getLogger("dev.punctual");

    @BuildStep
    UnremovableBeanBuildItem keepOwnCodecs() {
        return UnremovableBeanBuildItem.beanTypes(OwnCodecs.EVENT_CODEC);
    }

    @BuildStep
    CodecChoicesBuildItem choose(List<PayloadTypeBuildItem> payloads, CombinedIndexBuildItem index,
            BeanDiscoveryFinishedBuildItem beans, JacksonBuildTimeConfig jackson, PunctualBuildConfig config) {
        Optional<String> alwaysJackson = config.generatedCodecs()
                ? JacksonCustoms.of(jackson, beans.getBeans(), index.getIndex())
                : Optional.of("quarkus.punctual.generated-codecs is false");
        CodecChooser chooser = new CodecChooser(index.getComputingIndex(), alwaysJackson);
        Map<String, Chosen> chosen = new TreeMap<>();
        OwnCodecs own = new OwnCodecs(beans.beanStream());
        for (PayloadTypeBuildItem payload : payloads) {
            chosen.computeIfAbsent(payload.type().name().toString(),
                    name -> new Chosen(payload.type(),
                            own.of(payload.type()).orElseGet(() -> choose(payload.type(), chooser)), payload.usedBy()));
        }
        report(chosen.values(), alwaysJackson);
        return new CodecChoicesBuildItem(chosen.values(), chooser.beans());
    }

    private static void report(Collection<Chosen> chosen, Optional<String> alwaysJackson) {
        Stream<Chosen> bound = chosen.stream().filter(each -> each.choice() instanceof CodecChoice.Jackson);
        if (alwaysJackson.isPresent()) {
            bound.findFirst().ifPresent(any -> LOG.infof("Jackson reads and writes all JSON, with reflection: %s",
                    alwaysJackson.get()));
        } else {
            bound.forEach(each -> LOG.infof("Jackson reads and writes %s, the payload of %s, with reflection: %s", each.type(),
                    each.usedBy(), ((CodecChoice.Jackson) each.choice()).reason()));
        }
    }

    /** Each class is loaded where the class it reads is, so that it may name what that may. */
    @BuildStep
    void generate(CodecChoicesBuildItem choices, CompletedApplicationClassPredicateBuildItem applicationClasses,
            BuildProducer<GeneratedClassBuildItem> classes, BuildProducer<GeneratedResourceBuildItem> sources) {
        for (JsonBean bean : choices.beans()) {
            boolean applicationClass = applicationClasses.test(bean.type());
            new JsonCodecs(new GeneratedClassGizmo2Adaptor(classes, sources, applicationClass)).generate(bean);
        }
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
        List<String> types = new ArrayList<>();
        List<RuntimeValue<EventCodec<?>>> codecs = new ArrayList<>();
        for (Chosen chosen : choices.all()) {
            Class<?> type = load(chosen.type());
            types.add(type.getName());
            codecs.add(codec(type, chosen.choice(), context, recorder));
        }
        return new PayloadCodecsBuildItem(recorder.codecs(types, codecs));
    }

    private static RuntimeValue<EventCodec<?>> codec(Class<?> type, CodecChoice choice, RecorderContext context,
            CodecRecorder recorder) {
        if (choice instanceof CodecChoice.Generated generated) {
            return context.newInstance(generated.className());
        }
        if (choice instanceof CodecChoice.Own own) {
            return recorder.own(own.bean());
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
