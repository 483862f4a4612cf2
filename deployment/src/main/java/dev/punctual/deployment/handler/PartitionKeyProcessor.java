package dev.punctual.deployment.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Singleton;

import org.jboss.jandex.Type;

import dev.punctual.deployment.codec.PayloadTypeBuildItem;
import dev.punctual.runtime.publish.PartitionKeys;
import dev.punctual.runtime.publish.PublishRecorder;
import io.quarkus.arc.deployment.CompletedApplicationClassPredicateBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.GeneratedClassGizmo2Adaptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.recording.RecorderContext;
import io.quarkus.runtime.RuntimeValue;

/** Generates what reads partition keys, and gives the classes that have one a codec. */
class PartitionKeyProcessor {

    @BuildStep
    PartitionKeysBuildItem find(CombinedIndexBuildItem index, BuildProducer<PayloadTypeBuildItem> payloads) {
        PartitionKeyProperties properties = new PartitionKeyProperties(index.getIndex(), index.getComputingIndex());
        if (!properties.mistakes().isEmpty()) {
            throw new DeploymentException(String.join("\n", properties.mistakes()));
        }
        properties.found().forEach(property -> payloads
                .produce(new PayloadTypeBuildItem(property.payload(), "published events (it has a @PartitionKey)")));
        return new PartitionKeysBuildItem(properties.found());
    }

    /** Each class is loaded where its payload is. */
    @BuildStep
    void generate(PartitionKeysBuildItem keys, CompletedApplicationClassPredicateBuildItem applicationClasses,
            BuildProducer<GeneratedClassBuildItem> classes, BuildProducer<GeneratedResourceBuildItem> sources) {
        for (PartitionKeyProperties.Property key : keys.all()) {
            boolean applicationClass = applicationClasses.test(key.payload().name());
            new KeyAccessors(new GeneratedClassGizmo2Adaptor(classes, sources, applicationClass))
                    .generate(nameFor(key.payload()), key.payload(), key.method());
        }
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem bean(PartitionKeysBuildItem keys, RecorderContext context, PublishRecorder recorder) {
        List<Class<?>> types = new ArrayList<>();
        List<RuntimeValue<Function<Object, String>>> accessors = new ArrayList<>();
        for (PartitionKeyProperties.Property key : keys.all()) {
            types.add(Definitions.load(key.payload().name()));
            accessors.add(context.newInstance(nameFor(key.payload())));
        }
        return SyntheticBeanBuildItem.configure(PartitionKeys.class).scope(Singleton.class)
                .runtimeValue(recorder.partitionKeys(types, accessors)).done();
    }

    private static String nameFor(Type payload) {
        return payload.name() + "_PartitionKey";
    }
}
