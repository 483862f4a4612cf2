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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Texts of the drawing that lie upon each other or upon its marks, what reaches out of it, and texts that are cut off. */
    private static List<String> collisions(Tab tab) {
        List<String> found = new ArrayList<>();
        tab.evaluate(
                """
                        (() => {
                            const box = document.querySelector('svg').getBoundingClientRect();
                            const placed = selector => [...document.querySelectorAll(selector)].map(it => ({
                                name: (it.firstChild ?? it.nextElementSibling).textContent, at: it.getBoundingClientRect() }));
                            const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;
                            const texts = placed('svg text');
                            const all = [...texts, ...placed('svg path')];
                            const out = all.filter(({ at }) => at.left < box.left - 1 || at.right > box.right + 1 || at.bottom > box.bottom + 1);
                            const upon = texts.flatMap((one, i) => all.slice(i + 1).filter(other => meet(one.at, other.at))
                                .map(other => one.name + ' / ' + other.name));
                            const cut = [...document.querySelectorAll('h1, p, td')].filter(it => it.scrollWidth > it.clientWidth);
                            return [...out.map(it => it.name), ...upon, ...cut.map(it => it.textContent)];
                        })()""")
                .forEach(text -> found.add(text.asText()));
        return found;
    }

    /** The least contrast to the page's background; lines and marks need 3, texts 4.5. */
    private static double contrast(Tab tab, String selector, String colour) {
        return tab.evaluate("""
                (() => {
                    const light = text => text.match(/[0-9.]+/g).slice(0, 3).map(it => it / 255)
                        .map(it => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4)
                        .reduce((sum, it, i) => sum + it * [0.2126, 0.7152, 0.0722][i], 0.05);
                    const paper = light(getComputedStyle(document.body).backgroundColor);
                    return Math.min(...[...document.querySelectorAll('%s')].map(it => light(getComputedStyle(it).%s))
                        .map(ink => Math.max(ink, paper) / Math.min(ink, paper)));
                })()""".formatted(selector, colour)).asDouble();
    }

    private static void assertReadable(Tab tab) {
        assertThat(collisions(tab)).isEmpty();
        assertThat(contrast(tab, "svg text", "fill")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(tab, "h1, p, td, th", "color")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(tab, ".good, .bad, .park", "fill")).isGreaterThanOrEqualTo(3);
        assertThat(contrast(tab, ".deadline, .wait", "stroke")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void isDrawnInAWideWindow() throws Exception {
        Tab tab = shown(order(""), 1280, false);

        tab.screenshot(SCREENSHOTS.resolve("order-7-1280.png"));
        assertReadable(tab);
        assertThat(tab.evaluate("document.querySelectorAll('.deadline title').length").asInt()).isEqualTo(3);
    }

    @Test
    void isReadableInTheDark() throws Exception {
        Tab tab = shown(order(""), 1280, true);

        tab.screenshot(SCREENSHOTS.resolve("order-7-1280-dark.png"));
        assertThat(tab.evaluate("getComputedStyle(document.body).backgroundColor").asText()).isEqualTo("rgb(18, 23, 31)");
        assertReadable(tab);
    }

    @Test
    void isReadableInANarrowWindow() throws Exception {
        Tab tab = shown(order(""), 480, false);

        tab.screenshot(SCREENSHOTS.resolve("order-7-480.png"));
        assertReadable(tab);
        assertThat(tab.evaluate("12 * document.querySelector('svg').getScreenCTM().a").asDouble())
                .as("its letters stay legible, in pixels: it scrolls within its own frame").isGreaterThanOrEqualTo(9);
    }

    @Test
    void cutsLongNamesInTheDrawingAndTellsThemInWords() throws Exception {
        String name = ".of_a_restaurant_with_a_name_that_does_not_end_before_the_line_does_for_sure";
        Tab tab = shown(order(name), 480, false);

        tab.screenshot(SCREENSHOTS.resolve("long-names-480.png"));
        assertReadable(tab);
        tab.awaitText("td", "Till.paid" + name);
    }

    /** Each event publishes the next one, deeper than the drawing indents; deadlines are far away, and near. */
    private Journey chain(int length) {
        String name = ".of_a_restaurant_with_a_name_that_does_not_end_before_the_line_does_for_sure";
        for (int i = 0; i < length; i++) {
            String delivery = delivery("Handlers.step" + i + name, "stream-" + i, 700L * i,
                    i % 2 == 0 ? 86_400_000 : 700L * i + 900);
            String cause = i == 0 ? "" : "e-" + (i - 1);
            attempt(700L * i + 5, 700L * i + 340, "e-" + i, cause, "step_" + i + name, delivery, "");
            step("published", 700L * i + 330, "e-" + (i + 1), "e-" + i, "step_" + (i + 1),
                    "\"handler\":\"Handlers.step" + i + name + "\",\"stream\":\"stream-" + (i + 1) + "\"");
        }
        String last = delivery("Handlers.last", "stream-" + length, 700L * length, 86_400_000);
        step("returned", 700L * length + 10, "e-" + length, "e-" + (length - 1), "last",
                last + ",\"why\":\"the function ends\"");
        step("superseded", 700L * length + 90, "e-" + length, "e-" + (length - 1), "last", last);
        step("dead-letter", 5_000, "e-x", "e-0", "other", last + ",\"reason\":\"PERMANENT\",\"attempts\":1");
        return Journey.of("order-7", steps);
    }

    @ParameterizedTest
    @ValueSource(ints = { 480, 1280 })
    void isReadableHoweverLongAChainIs(int width) throws Exception {
        Tab tab = shown(chain(12), width, false);

        tab.screenshot(SCREENSHOTS.resolve("chain-" + width + ".png"));
        assertReadable(tab);
    }
}
