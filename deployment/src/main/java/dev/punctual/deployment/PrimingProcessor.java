package dev.punctual.deployment;

import java.util.Base64;
import java.util.List;

import jakarta.inject.Singleton;

import dev.punctual.deployment.codec.PayloadExamplesBuildItem;
import dev.punctual.runtime.Primer;
import dev.punctual.runtime.Rehearsal;
import dev.punctual.runtime.Training;
import dev.punctual.runtime.config.PunctualBuildConfig;
import dev.punctual.runtime.priming.PayloadExamples;
import dev.punctual.runtime.priming.PrimingRecorder;
import dev.punctual.runtime.priming.Snapshots;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.pkg.steps.NativeOrNativeSourcesBuild;
import io.quarkus.runtime.LaunchMode;

/** Has functions rehearse before their first event. */
class PrimingProcessor {

    /** Beans are made when they are first asked for: those of a function that does not rehearse cost nothing. */
    @BuildStep
    void beans(PunctualBuildConfig config, LaunchModeBuildItem launch, BuildProducer<AdditionalBeanBuildItem> beans) {
        beans.produce(AdditionalBeanBuildItem.unremovableOf(Rehearsal.class));
        beans.produce(AdditionalBeanBuildItem.unremovableOf(Training.class));
        if (config.prime().orElse(launch.getLaunchMode() == LaunchMode.NORMAL)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf(Primer.class));
        }
    }

    @BuildStep(onlyIf = IsProduction.class, onlyIfNot = NativeOrNativeSourcesBuild.class)
    AdditionalBeanBuildItem snapshots() {
        return AdditionalBeanBuildItem.unremovableOf(Snapshots.class);
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem examples(PayloadExamplesBuildItem examples, PrimingRecorder recorder) {
        List<String> types = examples.all().stream().map(example -> example.type().getName()).toList();
        List<String> payloads = examples.all().stream()
                .map(example -> Base64.getEncoder().encodeToString(example.payload())).toList();
        return SyntheticBeanBuildItem.configure(PayloadExamples.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.examples(types, payloads)).done();
    }
}
