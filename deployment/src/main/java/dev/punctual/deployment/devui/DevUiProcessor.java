package dev.punctual.deployment.devui;

import dev.punctual.devui.DeadLettersJsonRpc;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** Adds the page for dead letters to Dev UI; does nothing outside dev mode. */
class DevUiProcessor {

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    CardPageBuildItem page() {
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder().title("Dead letters").icon("font-awesome-solid:envelope-open-text")
                .componentLink("qwc-punctual-dead-letters.js"));
        return card;
    }

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    JsonRPCProvidersBuildItem calls() {
        return new JsonRPCProvidersBuildItem(DeadLettersJsonRpc.class);
    }
}
