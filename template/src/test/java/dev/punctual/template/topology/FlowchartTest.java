package dev.punctual.template.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.punctual.template.Applications;
import dev.punctual.template.application.Application;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.design.Design;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.topology.MermaidChart.Line;

class FlowchartTest {

    private static final Source ORDERS = Source.stream("orders");

    @Test
    void leadsEventsOverStreamsToHandlersAndQueues() {
        MermaidChart chart = chart(Applications.foodOrdering(), Applications.foodOrderingSettings());

        String handlers = "stream and retry functions: orders";
        String confirm = "Confirmations.confirm<br>within 10s";
        assertThat(chart.members(handlers)).contains(confirm).hasSize(4);
        assertThat(chart.lines()).contains(
                new Line("order_accepted<br>order_placed", "-->", "", "stream orders"),
                new Line("stream orders", "-->", "order_accepted", confirm),
                new Line(confirm, "==>", "order_confirmed", "stream orders"),
                new Line(handlers, "-.->", "not yet", "orders-retry"),
                new Line("orders-retry", "-.->", "again", handlers),
                new Line(handlers, "-.->", "not in time", "orders-on-failure"),
                new Line("orders-on-failure", "-.->", "", "dead-letter function"),
                new Line("dead-letter function", "-.->", "", "orders-dead-letter"));
    }

    @Test
    void showsEveryHandlerAndQueueOfALargeApplicationOnce() {
        Application application = Applications.tenHandlers();
        MermaidChart chart = chart(application, Applications.tenHandlersSettings());

        assertThat(application.handlers()).allSatisfy(handler -> assertThat(chart.nodes())
                .filteredOn(label -> label.startsWith(handler.id() + "<br>")).hasSize(1));
        assertThat(chart.nodes()).contains("parcels-retry", "address-checks-dead-letter", "queue address-checks")
                .doesNotHaveDuplicates();
    }

    @Test
    void staysLegibleByJoiningQueuesToGroups() {
        Application application = Applications.tenHandlers();
        MermaidChart chart = chart(application, Applications.tenHandlersSettings());

        int handlers = application.handlers().size();
        int sources = application.sources().size();
        assertThat(chart.lines()).hasSizeLessThanOrEqualTo(handlers + sources * 8 + application.publications().size());
    }

    @Test
    void tellsWhereLambdaKeepsWhatItGaveUp() {
        MermaidChart chart = chart(Applications.tenHandlers(), Applications.tenHandlersSettings());

        assertThat(chart.lines()).contains(
                new Line("stream hand-scans", "-.->", "given up by Lambda, kept in the bucket", "hand-scans-on-failure"),
                new Line("stream parcels", "-.->", "given up by Lambda", "parcels-on-failure"));
    }

    @Test
    void showsThatEventsMayComeFromOutsideWhereAHandlerTakesEveryOne() {
        Application application = new Application("a", List.of(Applications.handler("Orders.every", ORDERS, "", "5s")),
                List.of(new Publication("orders", "", "")), false, false, Set.of(), Timing.DEFAULT);

        MermaidChart chart = chart(application, Settings.DEFAULT);

        assertThat(chart.lines()).contains(new Line("every event", "-->", "", "stream orders"),
                new Line("an injected EventPublisher", "==>", "", "stream orders"));
    }

    @Test
    void escapesWhatMermaidWouldRead() {
        Application application = new Application("a",
                List.of(Applications.handler("Orders.end", ORDERS, "\"]<b>#`end` & more", "5s")),
                List.of(new Publication("orders", "Orders.end", "x\"|y")), false, false, Set.of(), Timing.DEFAULT);

        MermaidChart chart = chart(application, Settings.DEFAULT);

        assertThat(chart.lines()).extracting(Line::label)
                .contains("#quot;]#lt;b#gt;#35;#96;end#96; #amp; more", "x#quot;#124;y");
    }

    private static MermaidChart chart(Application application, Settings settings) {
        return MermaidChart.read(Topology.of(Design.of(application, settings).stack()).markdown());
    }
}
