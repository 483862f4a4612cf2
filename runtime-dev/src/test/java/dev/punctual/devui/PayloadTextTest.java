package dev.punctual.devui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PayloadTextTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<PayloadView> json(String text) {
        return PayloadText.json(utf8(text), 7);
    }

    @Test
    void indentsJsonAndKeepsNumbersAsTheyAreWritten() {
        Optional<PayloadView> shown = json("{\"price\":12.50,\"id\":12345678901234567890123,\"tiny\":1E-400}");

        assertThat(shown).hasValueSatisfying(view -> {
            assertThat(view.form()).isEqualTo("JSON");
            assertThat(view.size()).isEqualTo(7);
            assertThat(view.text()).contains("\"price\" : 12.50", "12345678901234567890123", "1E-400");
        });
    }

    @Test
    void takesNothingElseForJson() {
        assertThat(json("")).isEmpty();
        assertThat(json("12.5")).isEmpty();
        assertThat(json("{\"order\":")).isEmpty();
        assertThat(json("{} {}")).isEmpty();
        assertThat(PayloadText.json(new byte[] { 8, 1, '{', '}' }, 4)).isEmpty();
    }

    @Test
    void showsTextButNotControlCharacters() {
        assertThat(PayloadText.text(utf8("Käse\n\tund Brot"), 1)).hasValueSatisfying(
                view -> assertThat(view.text()).isEqualTo("Käse\n\tund Brot"));
        assertThat(PayloadText.text(new byte[] { 'a', 0 }, 1)).isEmpty();
        assertThat(PayloadText.text(new byte[] { (byte) 0xff, (byte) 0xfe }, 1)).isEmpty();
    }

    @Test
    void dumpsBytesWithWhatIsReadableBeside() {
        PayloadView shown = PayloadText.bytes(new byte[] { 0, (byte) 0xff, 'o', 'k' }, 4);

        assertThat(shown.form()).isEqualTo("bytes");
        assertThat(shown.text()).startsWith("0000  00 ff 6f 6b ").endsWith("..ok\n");
        assertThat(shown.note()).isEmpty();
    }

    @Test
    void saysWhatItLeavesOut() {
        assertThat(PayloadText.bytes(new byte[5000], 5000).note()).isEqualTo("The first 4096 of 5000 bytes are shown.");

        PayloadView cut = PayloadText.cut("text", "x".repeat(200_001), 200_001);
        assertThat(cut.text()).hasSize(200_000);
        assertThat(cut.note()).isEqualTo("The first 200000 of 200001 characters are shown.");
    }
}
