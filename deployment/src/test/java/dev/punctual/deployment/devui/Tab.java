package dev.punctual.deployment.devui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A tab of a browser, as a person sees and uses it: elements are found by what they say, in shadow trees, too. */
final class Tab {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Finds visible elements in all shadow trees; text is all that is rendered. */
    private static final String TOOLS = """
            window.tools = {
                all(root = document, found = []) {
                    for (const element of root.querySelectorAll('*')) {
                        found.push(element);
                        if (element.shadowRoot) this.all(element.shadowRoot, found);
                    }
                    return found;
                },
                find(selector, text) {
                    return this.all().find(it => it.matches(selector) && it.getClientRects().length > 0
                        && (it.innerText ?? it.textContent).includes(text));
                },
                focused() {
                    let element = document.activeElement;
                    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
                    return element;
                },
            };
            """;

    private final WebSocket socket;
    private final Messages messages;
    private final AtomicInteger ids = new AtomicInteger();

    private Tab(WebSocket socket, Messages messages) {
        this.socket = socket;
        this.messages = messages;
    }

    static Tab connect(HttpClient http, URI address) {
        Messages messages = new Messages();
        Tab tab = new Tab(http.newWebSocketBuilder().buildAsync(address, messages).join(), messages);
        tab.call("Page.enable", Map.of());
        tab.call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", TOOLS));
        return tab;
    }

    private static final class Messages implements WebSocket.Listener {

        private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                receive(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void receive(String message) {
            try {
                JsonNode read = JSON.readTree(message);
                CompletableFuture<JsonNode> answered = waiting.remove(read.path("id").asInt(-1));
                if (answered != null) {
                    answered.complete(read);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        messages.waiting.put(id, answer);
        String request = JSON.valueToTree(Map.of("id", id, "method", method, "params", parameters)).toString();
        socket.sendText(request, true).join();
        JsonNode received = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        assertThat(received.path("error").toString()).as("error of " + method).isEmpty();
        return received.path("result");
    }

    void open(String url) {
        call("Page.navigate", Map.of("url", url));
    }

    void resize(int width, int height) {
        call("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Has pages in light or dark colours. */
    void prefer(String scheme) {
        call("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What a JavaScript expression comes to. */
    JsonNode evaluate(String expression) {
        JsonNode result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        assertThat(result.path("exceptionDetails").toString()).as("exception of " + expression).isEmpty();
        return result.path("result").path("value");
    }

    /** Waits until an element that matches a selector says a text. */
    void awaitText(String selector, String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> assertThat(
                evaluate("tools.find(%s, %s) !== undefined".formatted(quoted(selector), quoted(text))).asBoolean())
                .as("an element " + selector + " that says '" + text + "' in: " + text()).isTrue());
    }

    /** Waits until no visible element that matches a selector says a text. */
    void awaitNoText(String selector, String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(
                () -> evaluate("tools.find(%s, %s) === undefined".formatted(quoted(selector), quoted(text))).asBoolean());
    }

    void click(String selector, String text) {
        awaitText(selector, text);
        evaluate("tools.find(%s, %s).click()".formatted(quoted(selector), quoted(text)));
    }

    /** Presses a key, and lets go of it. */
    void press(Key key) {
        Map<String, ?> event = Map.of("key", key.name, "code", key.name, "windowsVirtualKeyCode", key.code, "text", key.text,
                "type", "keyDown");
        call("Input.dispatchKeyEvent", event);
        call("Input.dispatchKeyEvent",
                Map.of("key", key.name, "code", key.name, "windowsVirtualKeyCode", key.code, "type", "keyUp"));
    }

    /** Types a text where the focus is. */
    void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    /** Presses the tab key until the focus is on an element that matches a selector and says a text. */
    void tabTo(String selector, String text) {
        for (int i = 0; i < 80; i++) {
            if (focusIsOn(selector, text)) {
                return;
            }
            press(Key.TAB);
        }
        throw new AssertionError("the tab key does not come to " + selector + " that says '" + text + "'; focus is on "
                + evaluate("tools.focused()?.outerHTML.substring(0, 200)"));
    }

    boolean focusIsOn(String selector, String text) {
        return evaluate("""
                (() => { const it = tools.focused(); const host = it?.matches(%1$s) ? it : it?.closest(%1$s);
                return !!host && (host.innerText ?? host.textContent ?? '').includes(%2$s); })()""".formatted(quoted(selector),
                quoted(text))).asBoolean();
    }

    private String text() {
        return evaluate("document.title + ' ' + tools.all().filter(it => it.shadowRoot && it.getClientRects().length > 0)"
                + ".map(it => it.shadowRoot.textContent).join(' ').replaceAll(/\\s+/g, ' ').substring(0, 3000)").asText();
    }

    void screenshot(Path file) throws IOException {
        JsonNode result = call("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(result.path("data").asText()));
    }

    private static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }

    /** A key that a person presses. */
    enum Key {
        TAB("Tab", 9, ""),
        ENTER("Enter", 13, "\r"),
        ESCAPE("Escape", 27, "");

        private final String name;
        private final int code;
        private final String text;

        Key(String name, int code, String text) {
            this.name = name;
            this.code = code;
            this.text = text;
        }
    }
}
