package dev.punctual.deployment.devui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.journey.Journey;
import dev.punctual.journey.step.Step;
import dev.punctual.journey.step.StepLines;
import dev.punctual.journey.view.HtmlView;

/** The page that {@code punctual journey --html} writes, in a browser. */
class JourneyReportTest {

    private static final Path SCREENSHOTS = Path.of("target", "journey");
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    static Path profile;

    private static Chromium chromium;

    @TempDir
    Path folder;

    private final List<Step> steps = new ArrayList<>();

    @BeforeAll
    static void startBrowser() throws IOException {
        boolean installed = Chromium.installed().isPresent();
        assertThat(installed || System.getenv("CI") == null).as("continuous integration has Chromium").isTrue();
        assumeTrue(installed, "no Chromium on the PATH; install the package 'chromium' to run this test");
        chromium = Chromium.start(profile);
    }

    @AfterAll
    static void stopBrowser() throws InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    private void step(String step, long millis, String event, String cause, String type, String rest) {
        steps.add(new StepLines()
                .read("""
                        {"punctual":"step","step":"%s","at":"%s","function":"orders-stream","correlationId":"order-7","causationId":"%s",\
                        "eventId":"%s","type":"%s",%s}"""
                        .formatted(step, at(millis), cause, event, type, rest))
                .orElseThrow());
    }

    private static String delivery(String handler, String source, long arrival, long deadline) {
        return "\"handler\":\"%s\",\"source\":\"%s\",\"arrival\":\"%s\",\"deadline\":\"%s\"".formatted(handler, source,
                at(arrival), at(deadline));
    }

    private void attempt(long start, long end, String event, String cause, String type, String delivery, String exception) {
        step("attempt", end, event, cause, type, delivery + ",\"number\":1,\"start\":\"%s\"%s".formatted(at(start),
                exception.isEmpty() ? "" : ",\"exception\":\"" + exception + "\""));
    }

    /** An order whose restaurant was busy, whose payment died, and whose courier was told in time. */
    private Journey order(String name) {
        String placed = delivery("Kitchen.placed" + name, "orders", 0, 10_000);
        String paid = delivery("Till.paid" + name, "payments", 3_400, 5_400);
        String ready = delivery("Couriers.ready" + name, "deliveries", 3_420, 9_000);
        attempt(12, 47, "e-1", "", "order_placed" + name, placed, "org.acme.BusyException");
        step("parked", 60, "e-1", "", "order_placed" + name, placed + ",\"delay\":\"PT3S\",\"attempts\":1");
        attempt(3_300, 3_380, "e-1", "", "order_placed" + name, placed, "");
        step("published", 3_370, "e-2", "e-1", "paid" + name,
                "\"handler\":\"Kitchen.placed" + name + "\",\"stream\":\"payments\"");
        step("published", 3_375, "e-3", "e-1", "ready" + name,
                "\"handler\":\"Kitchen.placed" + name + "\",\"stream\":\"deliveries\"");
        attempt(4_900, 4_990, "e-2", "e-1", "paid" + name, paid, "org.acme.ClosedException");
        step("dead-letter", 5_000, "e-2", "e-1", "paid" + name, paid + ",\"reason\":\"PERMANENT\",\"attempts\":1");
        attempt(4_000, 4_600, "e-3", "e-1", "ready" + name, ready, "");
        return Journey.of("order-7", steps);
    }

    private Tab shown(Journey journey, int width, boolean dark) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("journey.html"), new HtmlView().show(journey));
        Tab tab = chromium.tab();
        tab.resize(width, 800);
        tab.prefer(dark ? "dark" : "light");
        tab.open(file.toUri().toString());
        tab.awaitText("h1", "order-7");
        tab.awaitText("td", "dead letter: PERMANENT");
        assertThat(tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth").asBoolean())
                .as("the page does not scroll sideways").isTrue();
        return tab;
    }

    /** Texts of the drawing that lie upon each other, or reach out of it. */
    private static List<String> collisions(Tab tab) {
        List<String> found = new ArrayList<>();
        tab.evaluate(
                """
                        (() => {
                            const box = document.querySelector('svg').getBoundingClientRect();
                            const texts = [...document.querySelectorAll('svg text')].map(it => [it.textContent, it.getBoundingClientRect()]);
                            const out = texts.filter(([, at]) => at.left < box.left - 1 || at.right > box.right + 1 || at.bottom > box.bottom + 1);
                            const upon = texts.flatMap(([one, a], i) => texts.slice(i + 1)
                                .filter(([, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1)
                                .map(([other]) => one + ' / ' + other));
                            return [...out.map(([text]) => text), ...upon];
                        })()""")
                .forEach(text -> found.add(text.asText()));
        return found;
    }

    private static boolean isShown(Tab tab, String selector) {
        return tab.evaluate("[...document.querySelectorAll('%s')].every(it => getComputedStyle(it).%s !== 'none')"
                .formatted(selector, selector.equals(".deadline") ? "stroke" : "fill")).asBoolean();
    }

    @Test
    void isDrawnInAWideWindow() throws Exception {
        Tab tab = shown(order(""), 1280, false);

        tab.screenshot(SCREENSHOTS.resolve("order-7-1280.png"));
        assertThat(collisions(tab)).isEmpty();
        assertThat(tab.evaluate("document.querySelectorAll('.deadline').length").asInt()).isEqualTo(3);
        assertThat(isShown(tab, ".deadline")).isTrue();
        assertThat(isShown(tab, ".bad")).isTrue();
    }

    @Test
    void isReadableInTheDark() throws Exception {
        Tab tab = shown(order(""), 1280, true);

        tab.screenshot(SCREENSHOTS.resolve("order-7-1280-dark.png"));
        assertThat(tab.evaluate("getComputedStyle(document.body).backgroundColor").asText()).isEqualTo("rgb(18, 23, 31)");
        assertThat(tab.evaluate("getComputedStyle(document.querySelector('svg text')).fill").asText())
                .isIn("rgb(230, 234, 240)", "rgb(154, 167, 182)");
    }

    @Test
    void isReadableInANarrowWindow() throws Exception {
        Tab tab = shown(order(""), 480, false);

        tab.screenshot(SCREENSHOTS.resolve("order-7-480.png"));
        assertThat(tab.evaluate("document.querySelector('svg').getBoundingClientRect().width").asInt())
                .as("its letters stay legible: it scrolls within its own frame").isGreaterThanOrEqualTo(720);
    }

    @Test
    void cutsLongNamesInTheDrawingAndTellsThemInWords() throws Exception {
        String name = ".of_a_restaurant_with_a_name_that_does_not_end_before_the_line_does_for_sure";
        Tab tab = shown(order(name), 480, false);

        tab.screenshot(SCREENSHOTS.resolve("long-names-480.png"));
        assertThat(collisions(tab)).isEmpty();
        tab.awaitText("td", "Till.paid" + name);
    }
}
