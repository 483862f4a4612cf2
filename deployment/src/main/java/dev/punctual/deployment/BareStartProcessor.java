package dev.punctual.deployment;

import java.util.List;
import java.util.Set;

import org.jboss.jandex.DotName;

import dev.punctual.runtime.config.PunctualBuildConfig;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.BytecodeTransformerBuildItem;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.pkg.steps.NativeOrNativeSourcesBuild;

/**
 * Leaves out of the start of a function what no event needs: methods of other extensions that would run then, whatever the
 * application does, are made empty. What an application uses of them all the same comes into being on first use.
 */
class BareStartProcessor {

    /** Extensions that answer HTTP requests, and need the server. */
    private static final List<String> WEB = List.of(Capability.REST, Capability.RESTEASY, Capability.SERVLET,
            Capability.REACTIVE_ROUTES, Capability.GRPC);

    /** Features that are known to use neither Vert.x nor its certificates, though they may bring them along. */
    private static final Set<String> WITHOUT_VERTX = Set.of("amazon-lambda", "amazon-sdk-sqs", "amazon-sdk-dynamodb", "cdi",
            "jackson", "logging-json", "micrometer", "punctual", "smallrye-context-propagation", "vertx");
    private static final String TRACES = "opentelemetry";
    private static final DotName CONSUMER = DotName.createSimple("io.quarkus.vertx.ConsumeEvent");

    /** What runs at the start, in a class. */
    private record Omission(String className, Set<String> methods) {
    }

    /** The router and the server, which come with extensions such as Micrometer's: nothing reaches a port of a function. */
    private static final List<Omission> SERVER = List.of(
            new Omission("io.quarkus.vertx.http.runtime.VertxHttpRecorder",
                    Set.of("createBodyHandler", "initializeRouter", "createMutinyRouter", "finalizeRouter", "startServer")),
            new Omission("io.quarkus.vertx.http.runtime.cors.CORSRecorder", Set.of("corsHandler")));

    /** Vert.x itself, which begins threads, and classes of Netty's that are loaded ahead: whoever injects it still gets it. */
    private static final List<Omission> VERTX = List.of(
            new Omission("io.quarkus.vertx.runtime.VertxEventBusConsumerRecorder", Set.of("configureVertx", "forceStart")),
            new Omission("io.quarkus.tls.runtime.CertificateRecorder", Set.of("validateCertificates")),
            new Omission("io.quarkus.mutiny.runtime.MutinyInfrastructure", Set.of("configureDroppedExceptionHandler")));

    /** The settings of an OpenTelemetry extension that is switched off. */
    private static final Omission TRACING = new Omission(
            "io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterConfigBuilder", Set.of("configBuilder"));

    /** What serves development alone, or loads classes ahead that a cache of the JDK's holds anyway. */
    private static final List<Omission> ALWAYS = List.of(
            new Omission("io.quarkus.runtime.PreloadClassesRecorder", Set.of("invokePreloadClasses")),
            new Omission("io.quarkus.devservice.runtime.config.DevServicesOverrideConfigBuilder", Set.of("configBuilder")),
            new Omission("io.quarkus.devservice.runtime.config.DevServicesConfigBuilder", Set.of("configBuilder")));

    /** Jackson's mapper for the objects that handlers of Lambda's take, which ours is none of. */
    private static final Omission MAPPER = new Omission("io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder",
            Set.of("initObjectMapper"));

    @BuildStep(onlyIf = IsProduction.class, onlyIfNot = NativeOrNativeSourcesBuild.class)
    void omitMapper(PunctualBuildConfig config, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        // A native executable polls with Quarkus' own loop, which tells failures by the mapper.
        if (config.bareStart()) {
            omit(MAPPER, transformers);
        }
    }

    @BuildStep(onlyIf = IsProduction.class)
    void omitAlways(PunctualBuildConfig config, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        if (config.bareStart()) {
            ALWAYS.forEach(omission -> omit(omission, transformers));
        }
    }

    @BuildStep(onlyIf = IsProduction.class)
    void omitTracing(PunctualBuildConfig config, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        if (config.bareStart() && !ObservationProcessor.areOn("quarkus.otel.enabled")) {
            omit(TRACING, transformers);
        }
    }

    @BuildStep(onlyIf = IsProduction.class)
    void omitServer(PunctualBuildConfig config, Capabilities capabilities,
            BuildProducer<BytecodeTransformerBuildItem> transformers) {
        if (config.bareStart() && capabilities.isPresent(Capability.VERTX_HTTP)
                && WEB.stream().noneMatch(capabilities::isPresent)) {
            SERVER.forEach(omission -> omit(omission, transformers));
        }
    }

    @BuildStep(onlyIf = IsProduction.class)
    void omitVertx(PunctualBuildConfig config, Capabilities capabilities, List<FeatureBuildItem> features,
            CombinedIndexBuildItem index, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        boolean traced = ObservationProcessor.hasTraces(capabilities);
        if (config.bareStart() && capabilities.isPresent(Capability.VERTX)
                && index.getIndex().getAnnotations(CONSUMER).isEmpty()
                && features.stream().map(FeatureBuildItem::getName)
                        .allMatch(name -> WITHOUT_VERTX.contains(name) || name.equals(TRACES) && !traced)) {
            VERTX.forEach(omission -> omit(omission, transformers));
        }
    }

    private static void omit(Omission omission, BuildProducer<BytecodeTransformerBuildItem> transformers) {
        transformers.produce(new BytecodeTransformerBuildItem.Builder().setClassToTransform(omission.className)
                .setVisitorFunction((name, visitor) -> new EmptyMethods(visitor, name, omission.methods)).build());
    }
}
