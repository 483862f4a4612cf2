package dev.punctual.deployment.devui;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import io.quarkus.deployment.IsProduction;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;

/**
 * Keeps the HTTP server that brings Dev UI off the port of Lambda's mock event server, which by default is the same; whoever
 * sets {@code quarkus.http.port} has what they set.
 */
class PortProcessor {

    private static final int DEV_PORT = 8080;
    private static final int TEST_PORT = 8081;

    /** Beside the mock event server, and easy to remember. */
    private static final int OTHER_DEV_PORT = 8180;
    private static final int ANY = 0;

    @BuildStep(onlyIfNot = IsProduction.class)
    void ports(Capabilities capabilities, BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        if (capabilities.isPresent(Capability.VERTX_HTTP)) {
            Config config = ConfigProvider.getConfig();
            if (port(config, "quarkus.lambda.mock-event-server.dev-port", DEV_PORT) == DEV_PORT) {
                defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.http.port", String.valueOf(OTHER_DEV_PORT)));
            }
            if (port(config, "quarkus.lambda.mock-event-server.test-port", TEST_PORT) == TEST_PORT) {
                defaults.produce(new RunTimeConfigurationDefaultBuildItem("quarkus.http.test-port", String.valueOf(ANY)));
            }
        }
    }

    private static int port(Config config, String name, int standard) {
        return config.getOptionalValue(name, Integer.class).orElse(standard);
    }
}
