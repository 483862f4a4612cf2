package dev.punctual.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.punctual.template.alarm.Watch;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cost.Assumptions;
import dev.punctual.template.cost.Costs;
import dev.punctual.template.cost.Price;
import dev.punctual.template.cost.Prices;
import dev.punctual.template.design.Design;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.stack.Stack;

/** What the guides say of alarms and costs is what the build makes. */
class DocumentationTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern RUNBOOK = Pattern.compile("(?m)^### `([^`]+)`(?:, `([^`]+)`)?$");

    @Test
    void hasARunbookForEveryAlarmAndForNoOther() throws IOException {
        Set<String> documented = new TreeSet<>();
        Matcher runbook = RUNBOOK.matcher(Files.readString(DOCS.resolve("alarms.md")));
        while (runbook.find()) {
            documented.add(runbook.group(1));
            if (runbook.group(2) != null) {
                documented.add(runbook.group(2));
            }
        }

        Set<String> made = new TreeSet<>();
        for (Stack stack : List.of(Design.of(Applications.oneHandler(), Settings.DEFAULT).stack(),
                Design.of(Applications.tenHandlers(), Applications.tenHandlersSettings()).stack())) {
            Watch.resources(stack).stream().filter(resource -> resource.type().endsWith("Alarm")).map(Resource::id)
                    .map(DocumentationTest::general).forEach(made::add);
        }
        assertThat(documented).isEqualTo(made);
    }

    @Test
    void showsWhatTheSampleCosts() throws IOException {
        Stack stack = Design.of(Applications.foodOrdering(), Applications.foodOrderingSettings()).stack();
        String page = Costs.of(stack, Prices.builtIn(), Assumptions.DEFAULT).markdown();

        String tables = page.substring(page.indexOf("## At rest"), page.indexOf("Not in it")).replace("## ", "### ").strip();
        assertThat(Files.readString(DOCS.resolve("costs.md"))).contains(tables);
    }

    @Test
    void namesEveryPrice() throws IOException {
        String page = Files.readString(DOCS.resolve("costs.md"));

        assertThat(Price.values()).allSatisfy(price -> assertThat(page).contains("`" + price.key() + "`"));
    }

    /** An alarm's id with what it is of left open, such as {@code <Source>RetryQueueAge}. */
    private static String general(String id) {
        return id.replaceFirst("^(HandScans|Parcels|Payments|AddressChecks|Orders)", "<Source>")
                .replaceFirst("^(Stream|Retry|DeadLetter)Function", "<Role>Function");
    }
}
