package dev.punctual.deployment.handler;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Vetoed;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

import dev.punctual.deployment.codec.PayloadCodecsBuildItem;
import dev.punctual.deployment.codec.PayloadTypeBuildItem;
import dev.punctual.runtime.PunctualRecorder;
import dev.punctual.runtime.handler.HandlerRegistry;
import io.quarkus.arc.deployment.BeanArchiveIndexBuildItem;
import io.quarkus.arc.deployment.BeanDiscoveryFinishedBuildItem;
import io.quarkus.arc.deployment.CustomScopeAnnotationsBuildItem;
import io.quarkus.arc.deployment.InvokerFactoryBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.arc.deployment.TransformedAnnotationsBuildItem;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.recording.RecorderContext;
import io.quarkus.runtime.RuntimeValue;

/** Finds the handlers, refuses mistakes, and hands the rest to the running application. */
class HandlerProcessor {

    private static final Logger LOG = Logger.getLogger("dev.punctual");

    @BuildStep
    void keepBeans(BuildProducer<UnremovableBeanBuildItem> unremovable) {
        unremovable.produce(UnremovableBeanBuildItem.beanClassAnnotation(Names.ON_EVENT));
        unremovable.produce(UnremovableBeanBuildItem.beanClassAnnotation(Names.ON_DEAD_LETTER));
    }

    @BuildStep
    HandlersBuildItem handlers(CombinedIndexBuildItem index, BeanArchiveIndexBuildItem beanArchives,
            BeanDiscoveryFinishedBuildItem beans, TransformedAnnotationsBuildItem annotations,
            CustomScopeAnnotationsBuildItem scopes) {
        BeanClasses classes = new ContainerBeans(new ClassBeans(beans), type -> annotations.hasAnnotation(type, Vetoed.class),
                scopes::isScopeDeclaredOn);
        List<AnnotatedMethod> methods = HandlerScanner.scan(index.getIndex(), beanArchives.getIndex());
        HandlerValidator validator = new HandlerValidator(index.getComputingIndex(), classes,
                new BuildConfigExpressions(ConfigProvider.getConfig()));
        refuse(validator.validate(methods));
        List<AnnotatedMethod> enabled = validator.enabled(methods);
        HandlersBuildItem handlers = HandlersBuildItem.of(enabled, new PayloadProperties(index.getComputingIndex()));
        report(handlers, methods.stream().filter(method -> !enabled.contains(method)).map(AnnotatedMethod::name).toList());
        return handlers;
    }

    private static void refuse(List<Mistake> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new DeploymentException(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n",
                    mistakes.size() == 1 ? "1 mistake in event methods:\n" : mistakes.size() + " mistakes in event methods:\n",
                    "")));
        }
    }

    private static void report(HandlersBuildItem handlers, List<String> leftOut) {
        if (!leftOut.isEmpty()) {
            LOG.infof("Left out of this build together with their beans: %s", String.join(", ", leftOut));
        }
        if (handlers.handlers().isEmpty()) {
            LOG.warn("The application has no @OnEvent method: its functions will refuse every event."
                    + " If its handlers come from another module, give that module a META-INF/beans.xml or a Jandex index.");
        }
    }

    @BuildStep
    void payloadTypes(HandlersBuildItem handlers, BuildProducer<PayloadTypeBuildItem> payloads) {
        handlers.handlers().stream()
                .map(handler -> new PayloadTypeBuildItem(handler.payload(), AnnotatedMethod.nameOf(handler.method())))
                .forEach(payloads::produce);
        handlers.handlers().stream().flatMap(handler -> handler.emission().stream()
                .map(emitted -> new PayloadTypeBuildItem(emitted.payload(), AnnotatedMethod.nameOf(handler.method()))))
                .forEach(payloads::produce);
        handlers.deadLetterHandlers().stream().flatMap(handler -> handler.payload().stream()
                .map(payload -> new PayloadTypeBuildItem(payload, AnnotatedMethod.nameOf(handler.method()))))
                .forEach(payloads::produce);
    }

    @BuildStep
    EmissionsBuildItem emissions(HandlersBuildItem handlers) {
        return new EmissionsBuildItem(handlers.handlers().stream().flatMap(handler -> handler.emission().stream()
                .map(emitted -> new EmissionsBuildItem.Emission(handler.id(), emitted.stream(), emitted.type(),
                        emitted.payload())))
                .toList());
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem registry(HandlersBuildItem handlers, BeanDiscoveryFinishedBuildItem beans,
            InvokerFactoryBuildItem invokerFactory, PayloadCodecsBuildItem codecs, RecorderContext context,
            PunctualRecorder recorder) {
        MethodInvokers invokers = new MethodInvokers(new ClassBeans(beans), invokerFactory, context);
        return SyntheticBeanBuildItem.configure(HandlerRegistry.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.registry(
                        handlers.handlers().stream().map(Definitions::of).toList(),
                        handlers.handlers().stream().map(handler -> invokers.of(handler.method())).toList(),
                        codecs.codecs(), keys(handlers, context),
                        handlers.deadLetterHandlers().stream().map(Definitions::of).toList(),
                        handlers.deadLetterHandlers().stream().map(handler -> invokers.of(handler.method())).toList()))
                .done();
    }

    private static Map<String, RuntimeValue<Function<Object, String>>> keys(HandlersBuildItem handlers,
            RecorderContext context) {
        return handlers.handlers().stream().filter(handler -> handler.keyProperty().isPresent())
                .collect(Collectors.toMap(EventHandler::id,
                        handler -> context.newInstance(KeyAccessors.nameFor(handler.method()))));
    }
}
