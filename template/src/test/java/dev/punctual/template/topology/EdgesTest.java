package dev.punctual.template.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.template.Applications;
import dev.punctual.template.application.Application;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.design.Design;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.topology.Edge.Kind;

class EdgesTest {

    private static final Source ORDERS = Source.stream("orders");
    private static final Handler PLACED = Applications.handler("Orders.placed", ORDERS, "order_placed", "5s");

    @Test
    void leadFromAStreamToItsHandlersAndFunction() {
        List<Edge> edges = edges(application(PLACED));

        assertThat(edges).contains(new Edge(Kind.DELIVERS, "stream:orders", "handler:Orders.placed", "order_placed"),
                Edge.of(Kind.FEEDS, "stream:orders", "function:stream"),
                Edge.of(Kind.DISCARDS, "stream:orders", "queue:orders-on-failure"));
    }

    @Test
    void leadFromARetryQueueToItsFunctionAndOnFailureQueue() {
        List<Edge> edges = edges(application(PLACED));

        assertThat(edges).contains(Edge.of(Kind.PARKS, "handler:Orders.placed", "queue:orders-retry"),
                Edge.of(Kind.FEEDS, "queue:orders-retry", "function:retry"),
                Edge.of(Kind.REDRIVES, "queue:orders-retry", "queue:orders-on-failure"),
                Edge.of(Kind.REDRIVES, "queue:orders-on-failure", "queue:orders-dead-letter"));
    }

    @Test
    void parkNothingOfHandlersThatTakeAShardInOrder() {
        Handler ordered = new Handler(PLACED.id(), PLACED.method(), ORDERS, "", PLACED.retry(),
                new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.RELEASE), false);

        assertThat(edges(application(ordered))).extracting(Edge::kind).doesNotContain(Kind.PARKS);
    }

    @Test
    void parkNothingOfHandlersWithoutABudget() {
        Handler once = new Handler(PLACED.id(), PLACED.method(), ORDERS, "", Optional.empty(), OrderRule.ANY, false);

        assertThat(edges(application(once))).extracting(Edge::kind).doesNotContain(Kind.PARKS);
    }

    @Test
    void buryByWayOfTheDeadLetterFunctionIfItHasSomeoneToTell() {
        Application told = new Application("a", List.of(PLACED), List.of(), true, false, Set.of(), Timing.DEFAULT);

        assertThat(edges(told)).contains(Edge.of(Kind.BURIES, "function:stream", "queue:orders-on-failure"),
                Edge.of(Kind.BURIES, "function:dead-letter", "queue:orders-dead-letter"));
        assertThat(edges(application(PLACED))).contains(Edge.of(Kind.BURIES, "function:stream", "queue:orders-dead-letter"));
    }

    @Test
    void leadFromAQueueThatFeedsHandlersToTheStreamFunction() {
        Handler checks = Applications.handler("Checks.check", Source.queue("checks"), "", "2m");

        assertThat(edges(application(checks))).contains(Edge.of(Kind.FEEDS, "queue:checks", "function:stream"),
                Edge.of(Kind.REDRIVES, "queue:checks", "queue:checks-on-failure"),
                Edge.of(Kind.DELIVERS, "queue:checks", "handler:Checks.check"));
    }

    @Test
    void leadFromWhateverPublishesToItsStream() {
        Application publishing = new Application("a", List.of(PLACED), List.of(
                new Publication("receipts", "Orders.placed", "printed"), new Publication("audit", "", "")), false, false,
                Set.of(),
                Timing.DEFAULT);

        assertThat(edges(publishing)).contains(
                new Edge(Kind.PUBLISHES, "handler:Orders.placed", "stream:receipts", "printed"),
                Edge.of(Kind.PUBLISHES, "application:a", "stream:audit"));
    }

    private static List<Edge> edges(Application application) {
        return Topology.of(Design.of(application, Settings.DEFAULT).stack()).edges();
    }

    private static Application application(Handler... handlers) {
        return new Application("a", List.of(handlers), List.of(), false, false, Set.of(), Timing.DEFAULT);
    }
}
