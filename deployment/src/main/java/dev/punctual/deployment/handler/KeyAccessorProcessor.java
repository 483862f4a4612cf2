package dev.punctual.deployment.handler;

import io.quarkus.arc.deployment.CompletedApplicationClassPredicateBuildItem;
import io.quarkus.deployment.GeneratedClassGizmo2Adaptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;

/** Generates what reads the business keys of {@code @Idempotent}. */
class KeyAccessorProcessor {

    /** Each class is loaded where its handler is, so that it may name what the handler may. */
    @BuildStep
    void generate(HandlersBuildItem handlers, CompletedApplicationClassPredicateBuildItem applicationClasses,
            BuildProducer<GeneratedClassBuildItem> classes, BuildProducer<GeneratedResourceBuildItem> sources) {
        for (EventHandler handler : handlers.handlers()) {
            boolean applicationClass = applicationClasses.test(handler.method().declaringClass().name());
            KeyAccessors accessors = new KeyAccessors(new GeneratedClassGizmo2Adaptor(classes, sources, applicationClass));
            handler.keyProperty().ifPresent(property -> accessors.generate(handler, property));
        }
    }
}
