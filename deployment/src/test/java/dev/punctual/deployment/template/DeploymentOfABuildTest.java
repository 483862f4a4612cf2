package dev.punctual.deployment.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import io.quarkus.test.ProdBuildResults;
import io.quarkus.test.ProdModeTestResults;
import io.quarkus.test.QuarkusProdModeTest;

/** What packaging an application writes beside its artefact. */
class DeploymentOfABuildTest {

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest().setApplicationName("shop")
            .withApplicationRoot(jar -> jar.addClass(Orders.class))
            .overrideConfigKey("orders.budget", "7s")
            .overrideConfigKey("quarkus.punctual.template.function.\"stream\".memory", "2048")
            .overrideConfigKey("quarkus.punctual.template.stream.\"order-events\".shards", "3");

    @ProdBuildResults
    private ProdModeTestResults results;

    @Singleton
    static class Orders {

        @OnEvent(stream = "order-events", type = "placed")
        @RetryWithin("${orders.budget}")
        void placed(byte[] payload) {
        }
    }

    @Test
    void isWrittenBesideItsArtefact() throws IOException {
        Path folder = results.getBuildDir().resolve("punctual");

        assertThat(folder).isDirectoryContaining("glob:**/template.yaml").isDirectoryContaining("glob:**/template.cfn.yaml")
                .isDirectoryContaining("glob:**/topology.json").isDirectoryContaining("glob:**/topology.md")
                .isDirectoryContaining("glob:**/deadlines.md").isDirectoryContaining("glob:**/costs.md");
        assertThat(Files.readString(folder.resolve("template.yaml"))).contains("OrderEventsStream:", "Default: 2048",
                "QUARKUS_PUNCTUAL_SOURCE__ORDER_EVENTS__RETRY_QUEUE_URL");
        assertThat(Files.readString(folder.resolve("topology.json"))).contains("\"application\" : \"shop\"",
                "\"budgetMilliseconds\" : 7000");
    }
}
