package dev.punctual.deployment.devui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.OnEvent;
import dev.punctual.PermanentFailureException;
import dev.punctual.deployment.devui.Tab.Key;
import dev.punctual.local.LocalEndpoints;
import io.quarkus.test.QuarkusDevModeTest;

/** The page in a browser, over an application in dev mode and queues on this machine. */
class DevUiTest {

    private static final LocalEndpoints ENDPOINTS = LocalEndpoints.start();
    private static final DeadLetterBox BOX = new DeadLetterBox(ENDPOINTS);
    private static final int PORT = freePort();
    private static final int LAMBDA_PORT = freePort();
    private static final Path SCREENSHOTS = Path.of("target", "dev-ui");

    @RegisterExtension
    static final QuarkusDevModeTest APPLICATION = new QuarkusDevModeTest().withApplicationRoot(jar -> jar
            .addClasses(Orders.class, Payments.class)
            .addAsResource(new StringAsset("""
                    quarkus.http.port=%d
                    quarkus.lambda.mock-event-server.dev-port=%d
                    quarkus.sqs.devservices.enabled=false
                    quarkus.dynamodb.devservices.enabled=false
                    quarkus.devservices.enabled=false
                    quarkus.analytics.disabled=true
                    quarkus.sqs.endpoint-override=%s
                    quarkus.sqs.aws.region=us-east-1
                    quarkus.sqs.aws.credentials.type=static
                    quarkus.sqs.aws.credentials.static-provider.access-key-id=test
                    quarkus.sqs.aws.credentials.static-provider.secret-access-key=test
                    """.formatted(PORT, LAMBDA_PORT, ENDPOINTS.sqsUri())), "application.properties"));

    @TempDir
    static Path profile;

    private static Chromium chromium;

    private Tab tab;

    @ApplicationScoped
    public static class Orders {
        @OnEvent(stream = "orders")
        void onOrder(byte[] order) {
            if (new String(order, StandardCharsets.UTF_8).contains("closed")) {
                throw new PermanentFailureException("the restaurant is closed");
            }
        }
    }

    /** Its queues do not exist. */
    @ApplicationScoped
    public static class Payments {
        @OnEvent(stream = "payments")
        void onPayment(byte[] payment) {
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

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
        ENDPOINTS.close();
    }

    /** Tests of one application: it would start anew for each method. */
    @TestFactory
    Stream<DynamicTest> page() {
        return Stream.of(
                dynamicTest("redrives one letter", this::redrivesOneLetter),
                dynamicTest("is used by keyboard only", this::isUsedByKeyboardOnly),
                dynamicTest("finds letters by what they say", this::findsLettersByWhatTheySay),
                dynamicTest("shows what arrives while it is open", this::showsWhatArrivesWhileItIsOpen),
                dynamicTest("says what to configure where a queue is out of reach", this::saysWhatToConfigure),
                dynamicTest("is readable in a narrow window", this::isReadableInNarrowWindow),
                dynamicTest("shows the journeys of events", this::showsJourneys));
    }

    private void openPage(int width) throws IOException, InterruptedException {
        BOX.empty();
        BOX.fill();
        if (tab != null) {
            tab.open("about:blank");
        }
        tab = chromium.tab();
        tab.resize(width, 800);
        tab.open("http://localhost:" + PORT + "/q/dev-ui/quarkus-punctual/dead-letters");
        tab.awaitText(".open", "RestaurantClosedException");
    }

    private void redrivesOneLetter() throws Exception {
        openPage(1280);
        tab.awaitNoText("vaadin-notification-card", "");
        tab.screenshot(SCREENSHOTS.resolve("groups-1280.png"));
        tab.click(".open", "RestaurantClosedException");
        tab.awaitText("h2", "RestaurantClosedException");
        tab.screenshot(SCREENSHOTS.resolve("letters-1280.png"));
        tab.click(".open", "order-2");
        tab.awaitText("pre", "Käsespätzle");
        tab.awaitText("li", "Attempt 3 failed");
        tab.screenshot(SCREENSHOTS.resolve("letter-1280.png"));

        tab.click("vaadin-button", "Redrive");
        tab.awaitText("vaadin-confirm-dialog", "orders-retry");
        tab.screenshot(SCREENSHOTS.resolve("confirm-1280.png"));
        tab.click("vaadin-button[slot=confirm-button]", "Redrive");

        tab.awaitText("[role=status]", "1 event sent to orders-retry.");
        tab.screenshot(SCREENSHOTS.resolve("redriven-1280.png"));
        assertThat(BOX.retries()).singleElement().asString().contains(DeadLetterBox.HANDLER);
        assertThat(BOX.size()).isEqualTo(3);
    }

    private void isUsedByKeyboardOnly() throws Exception {
        openPage(1280);
        tab.tabTo("button", "RestaurantClosedException");
        tab.press(Key.ENTER);
        tab.awaitText("h2", "RestaurantClosedException");
        await().until(() -> tab.focusIsOn("h2", "RestaurantClosedException"));

        tab.tabTo("vaadin-button", "Discard 3");
        tab.press(Key.ENTER);
        tab.awaitText("vaadin-confirm-dialog", "for good");
        tab.press(Key.ESCAPE);
        tab.awaitNoText("vaadin-confirm-dialog", "for good");
        await().until(() -> tab.focusIsOn("vaadin-button", "Discard 3"));
        assertThat(BOX.size()).isEqualTo(4);

        tab.press(Key.ENTER);
        await().until(() -> tab.focusIsOn("vaadin-text-field", ""));
        tab.type("tested by hand");
        tab.press(Key.ENTER);
        tab.awaitText("[role=status]", "3 letters discarded.");
        assertThat(BOX.size()).isEqualTo(1);
    }

    private void findsLettersByWhatTheySay() throws Exception {
        openPage(1280);
        tab.tabTo("vaadin-text-field", "");
        tab.type("basket-3");
        tab.press(Key.ENTER);

        tab.awaitText("h2", "basket-3");
        tab.awaitText(".open", "order-3");
        tab.awaitNoText(".open", "order-1");
        tab.screenshot(SCREENSHOTS.resolve("found-1280.png"));
    }

    private void showsWhatArrivesWhileItIsOpen() throws Exception {
        openPage(1280);
        tab.awaitText("td.number", "3");

        BOX.closed(4);

        tab.awaitText("td.number", "4");
    }

    private void saysWhatToConfigure() throws Exception {
        openPage(1280);
        tab.tabTo("vaadin-select [role=button]", "orders");
        tab.press(Key.ENTER);
        tab.click("vaadin-select-item", "payments");

        tab.awaitText("[role=alert]", "payments-dead-letter");
        tab.awaitText("[role=alert]", "quarkus.sqs.endpoint-override");
        tab.screenshot(SCREENSHOTS.resolve("problem-1280.png"));
    }

    private static void invoke(String... orders) throws Exception {
        String records = IntStream.range(0, orders.length).mapToObj(i -> """
                {"eventSource":"aws:kinesis","eventID":"shardId-000000000000:%1$d","eventSourceARN":\
                "arn:aws:kinesis:us-east-1:000000000000:stream/orders","kinesis":{"partitionKey":"1","sequenceNumber":"%1$d",\
                "approximateArrivalTimestamp":%2$d,"data":"%3$s"}}""".formatted(i, Instant.now().getEpochSecond(),
                Base64.getEncoder().encodeToString("""
                        {"specversion":"1.0","id":"e-%d","source":"/shop","type":"order_placed","correlationid":"%s",\
                        "datacontenttype":"application/json","data":{"order":"%s"}}""".formatted(i, orders[i], orders[i])
                        .getBytes(StandardCharsets.UTF_8))))
                .collect(Collectors.joining(","));
        HttpResponse<String> answer = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + LAMBDA_PORT + "/"))
                        .POST(BodyPublishers.ofString("{\"Records\":[" + records + "]}")).build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void showsJourneys() throws Exception {
        if (tab != null) {
            tab.open("about:blank");
        }
        invoke("order-41", "order-42-closed");
        tab = chromium.tab();
        tab.resize(1280, 800);
        tab.open("http://localhost:" + PORT + "/q/dev-ui/quarkus-punctual/journeys");
        tab.awaitText("tr", "order-41");
        tab.awaitText("tr", "Dead");
        tab.awaitNoText("vaadin-notification-card", "");
        tab.screenshot(SCREENSHOTS.resolve("journeys-1280.png"));

        tab.click(".open", "order-42-closed");
        tab.awaitText("h2", "order-42-closed");
        tab.awaitText("li", "attempt 1 failed");
        tab.awaitNoText("li", "null");
        tab.awaitText("svg text", "order_placed e-1");
        tab.screenshot(SCREENSHOTS.resolve("journey-1280.png"));
        tab.resize(480, 800);
        tab.screenshot(SCREENSHOTS.resolve("journey-480.png"));
        assertThat(tab.evaluate("document.querySelector('#page').scrollWidth <= document.querySelector('#page').clientWidth")
                .asBoolean()).as("nothing is cut off at the right").isTrue();

        tab.resize(1280, 800);
        tab.prefer("dark");
        tab.screenshot(SCREENSHOTS.resolve("journey-1280-dark.png"));
        tab.prefer("light");
        tab.click("vaadin-button", "Back");
        tab.tabTo("vaadin-text-field", "");
        tab.type("-41");
        tab.awaitNoText("tr", "order-42-closed");
        tab.awaitText("tr", "order-41");
    }

    private void isReadableInNarrowWindow() throws Exception {
        openPage(480);
        tab.awaitNoText("vaadin-notification-card", "");
        tab.screenshot(SCREENSHOTS.resolve("groups-480.png"));
        tab.click(".open", "RestaurantClosedException");
        tab.awaitText("h2", "RestaurantClosedException");
        tab.screenshot(SCREENSHOTS.resolve("letters-480.png"));
        tab.click(".open", "order-2");
        tab.awaitText("pre", "Käsespätzle");
        tab.screenshot(SCREENSHOTS.resolve("letter-480.png"));
        assertThat(tab.evaluate("document.querySelector('#page').scrollWidth <= document.querySelector('#page').clientWidth")
                .asBoolean()).as("nothing is cut off at the right").isTrue();
        tab.click("vaadin-button", "Discard");
        tab.awaitText("vaadin-confirm-dialog", "for good");
        tab.screenshot(SCREENSHOTS.resolve("confirm-480.png"));
    }
}
