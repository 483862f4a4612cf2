package dev.punctual.template.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.punctual.template.Applications;
import dev.punctual.template.application.Application;
import dev.punctual.template.design.Design;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.Settings;

class DeadlinesTest {

    @Test
    void tellsTheTimelineOfAHandler() {
        Plan plan = new Plan().budget("5s");
        plan.window = Duration.ofSeconds(1);

        String text = plan.deadlines().text();

        assertThat(text).isEqualTo("""
                com.acme.Orders#placed (stream orders) within 5s
                  first attempt  by 2s, cold by 2.3s
                  attempts       6 typically (5 at least, 47 at most); cold 6 (4 at least)
                  last attempt   starts by 4.7s
                  dead letter    by 5s, cold by 5.2s
                  a crash adds   up to 31.3s in the stream function, 3m 0.8s in the retry function
                """);
    }

    @Test
    void tellsTheSameAsMarkdown() {
        Plan plan = new Plan().budget("1s");

        assertThat(plan.deadlines().markdown()).startsWith("# Deadlines\n").contains("""

                ## com.acme.Orders#placed (stream orders) within 1s

                | | |
                |---|---|
                | first attempt | by 1s, cold by 1.3s |
                """).contains("""

                ## What the build says

                - **error** com.acme.Orders#placed: @RetryWithin("1s") cannot hold""");
    }

    @Test
    void findsNothingWrongWithTheExamples() {
        assertThat(findings(Applications.oneHandler(), Settings.DEFAULT)).extracting(Finding::where)
                .containsExactly("quarkus.punctual.template.stream.\"orders\".on-failure-bucket");
        assertThat(findings(Applications.foodOrdering(), Applications.foodOrderingSettings())).isEmpty();
        assertThat(findings(Applications.tenHandlers(), Applications.tenHandlersSettings())).isEmpty();
    }

    @Test
    void linesFitTheLogOfABuild() {
        Deadlines deadlines = Deadlines.of(Design.of(Applications.tenHandlers(), Applications.tenHandlersSettings()).stack());

        assertThat(deadlines.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(deadlines.timelines()).hasSize(10);
    }

    @Test
    void saysThatAHandlerWithoutABudgetHasNoDeadline() {
        Plan plan = new Plan();
        plan.budget = Optional.empty();

        assertThat(plan.timeline().promise()).isEmpty();
        assertThat(plan.deadlines().findings()).isEmpty();
        assertThat(plan.deadlines().text()).startsWith("com.acme.Orders#placed (stream orders) without a deadline\n")
                .contains("attempts       1; if it fails, the event is a dead letter at once\n");
    }

    private static List<Finding> findings(Application application, Settings settings) {
        return Deadlines.of(Design.of(application, settings).stack()).findings();
    }
}
