package dev.punctual.deployment;

import java.util.List;
import java.util.stream.Stream;

import dev.punctual.deployment.handler.EmissionsBuildItem;
import dev.punctual.deployment.handler.EventHandler;
import dev.punctual.deployment.handler.HandlersBuildItem;
import dev.punctual.deployment.template.TemplateConfig;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;

/** Tells the configuration what the sources are called. */
class SourceNamesProcessor {

    /**
     * An environment variable cannot tell {@code order-events} from {@code order.events}: with a default, the configuration
     * knows which of them is meant, in all properties of the source.
     */
    @BuildStep
    void names(HandlersBuildItem handlers, EmissionsBuildItem emissions, TemplateConfig template,
            BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        Stream<String> fed = handlers.handlers().stream().map(EventHandler::source);
        Stream<String> published = Stream.concat(emissions.all().stream().map(EmissionsBuildItem.Emission::stream),
                template.publishesTo().orElse(List.of()).stream());
        Stream.concat(fed, published).distinct()
                .map(name -> new RunTimeConfigurationDefaultBuildItem("quarkus.punctual.source.\"" + name + "\".name", name))
                .forEach(defaults::produce);
    }
}
