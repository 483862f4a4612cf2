package dev.punctual.deployment;

import java.util.Optional;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import dev.punctual.Emits;
import dev.punctual.EventPublisher;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;

/** Gives applications that publish events a publisher; others get nothing of it. */
class PublisherProcessor {

    private static final String KINESIS = "software.amazon.awssdk.services.kinesis.KinesisClient";
    private static final String TESTKIT = "dev.punctual.testkit.";

    @BuildStep
    void publisher(CombinedIndexBuildItem index, Capabilities capabilities, BuildProducer<AdditionalBeanBuildItem> beans) {
        Optional<String> user = user(index.getIndex());
        if (user.isEmpty()) {
            return;
        }
        requireKinesis(user.get(), QuarkusClassLoader.isClassPresentAtRuntime(KINESIS));
        // By name: these classes need what may not be there in applications that do not publish.
        beans.produce(AdditionalBeanBuildItem.unremovableOf("dev.punctual.runtime.publish.PublisherBeans"));
        if (ObservationProcessor.hasMetrics(capabilities)) {
            beans.produce(AdditionalBeanBuildItem.unremovableOf("dev.punctual.runtime.metrics.MicrometerPublishListener"));
        }
    }

    /** What publishes events, for messages; empty where nothing does. */
    static Optional<String> user(IndexView index) {
        if (!index.getAnnotations(Emits.class).isEmpty()) {
            return Optional.of("@Emits");
        }
        return index.getKnownUsers(DotName.createSimple(EventPublisher.class)).stream().map(ClassInfo::name)
                .map(DotName::toString).filter(name -> !name.startsWith(TESTKIT)).sorted().findFirst();
    }

    /**
     * @throws DeploymentException if the client of Kinesis is not there
     */
    static void requireKinesis(String user, boolean present) {
        if (!present) {
            throw new DeploymentException(
                    user + " publishes events, and the client of Kinesis is not on the class path; add the"
                            + " dependency software.amazon.awssdk:kinesis:2.41.18, without netty-nio-client and apache-client");
        }
    }
}
