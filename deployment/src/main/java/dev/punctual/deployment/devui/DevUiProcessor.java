package dev.punctual.deployment.devui;

import dev.punctual.devui.DeadLettersJsonRpc;
import dev.punctual.devui.JourneysJsonRpc;
import dev.punctual.devui.StepRecorderBeans;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.IsLocalDevelopment;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.devui.spi.JsonRPCProvidersBuildItem;
import io.quarkus.devui.spi.page.CardPageBuildItem;
import io.quarkus.devui.spi.page.Page;

/** Adds the pages for dead letters and journeys to Dev UI; does nothing outside dev mode. */
class DevUiProcessor {

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    CardPageBuildItem page() {
        CardPageBuildItem card = new CardPageBuildItem();
        card.addPage(Page.webComponentPageBuilder().title("Dead letters").icon("font-awesome-solid:envelope-open-text")
                .componentLink("qwc-punctual-dead-letters.js"));
        card.addPage(Page.webComponentPageBuilder().title("Journeys").icon("font-awesome-solid:route")
                .componentLink("qwc-punctual-journeys.js"));
        return card;
    }

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    JsonRPCProvidersBuildItem calls() {
        return new JsonRPCProvidersBuildItem(DeadLettersJsonRpc.class);
    }

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    JsonRPCProvidersBuildItem journeyCalls() {
        return new JsonRPCProvidersBuildItem(JourneysJsonRpc.class);
    }

    @BuildStep(onlyIf = IsLocalDevelopment.class)
    AdditionalBeanBuildItem recorder() {
        return AdditionalBeanBuildItem.unremovableOf(StepRecorderBeans.class);
    }
}
