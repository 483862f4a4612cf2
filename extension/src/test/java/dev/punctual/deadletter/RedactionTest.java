package dev.punctual.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+");
    private static final Pattern CARD = Pattern.compile("\\d{13,16}");

    private static Redaction of(Pattern... patterns) {
        return Redaction.of(List.of(patterns), Redaction.REPLACEMENT);
    }

    @Test
    void takesOutWhateverAPatternFinds() {
        String clean = of(MAIL, CARD).apply("card 4111111111111111 of ada@example.com and bob@example.com");

        assertThat(clean).isEqualTo("card [redacted] of [redacted] and [redacted]");
    }

    @Test
    void leavesOtherMessagesAsTheyAre() {
        assertThat(of(MAIL, CARD).apply("the restaurant is closed")).isEqualTo("the restaurant is closed");
        assertThat(of(MAIL).apply("")).isEmpty();
    }

    @Test
    void putsTheReplacementInAsItIs() {
        assertThat(Redaction.of(List.of(MAIL), "$1\\").apply("to ada@example.com")).isEqualTo("to $1\\");
    }

    @Test
    void redactsBeforeItCutsSoThatNoHalfIsLeft() {
        // given: a card that the limit would cut in two, which no pattern knows any more
        String message = "m".repeat(Failure.MESSAGE_LIMIT - 8) + " 4111111111111111";

        assertThat(of(CARD).apply(message)).doesNotContain("4111").hasSizeLessThanOrEqualTo(Failure.MESSAGE_LIMIT);
    }

    @Test
    void showsNoHalfOfWhatTheEndOfTheWindowCuts() {
        // given: so much is taken out that the end of what was looked at, half a card, would be within the limit
        String cards = "4111111111111111 ".repeat(240);
        String message = cards + " ".repeat(4096 - cards.length() - 8) + "5500000000000004";

        assertThat(of(Pattern.compile("(\\d{16} )+"), CARD).apply(message)).doesNotContain("5500");
    }

    @Test
    void cutsTheRedactedMessageToTheLimit() {
        assertThat(of(CARD).apply("4111111111111111 ".repeat(100))).hasSize(Failure.MESSAGE_LIMIT)
                .startsWith("[redacted] [redacted]").endsWith("…");
        assertThat(of(CARD).apply("m".repeat(100_000))).isEqualTo("m".repeat(Failure.MESSAGE_LIMIT - 1) + "…");
        assertThat(Redaction.NONE.apply("m".repeat(100_000))).isEqualTo("m".repeat(Failure.MESSAGE_LIMIT - 1) + "…");
    }

    @Test
    void hasStepsEnoughForBoundedPatterns() {
        assertThat(of(MAIL, CARD).apply("x".repeat(4096))).startsWith("xxx").hasSize(Failure.MESSAGE_LIMIT);
        assertThat(of(CARD).apply("12345678901 ".repeat(341))).startsWith("12345678901 ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "(x+x+)+y", "(x|xx)+y", "(.*)*y", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x|x)*y\\d" })
    void costsTheMessageWhereAPatternTakesTooLong(String catastrophic) {
        String secret = "x".repeat(4000);
        Redaction redaction = Stream.of(catastrophic).map(Pattern::compile).filter(pattern -> !pattern.matcher("").find())
                .map(RedactionTest::of).findFirst().orElseThrow();

        assertThat(redaction.apply(secret)).isEqualTo(Redaction.REPLACEMENT);
    }

    @Test
    void costsTheMessageWhereAPatternTakesTheWholeStack() {
        // given: Java's matcher goes one frame deeper for each repetition of a group of alternatives
        Redaction redaction = of(Pattern.compile("(a|b|c){3,}z"));
        Thread small = new Thread(null, () -> assertThat(redaction.apply("abc".repeat(1300)))
                .isEqualTo(Redaction.REPLACEMENT), "small stack", 1);

        assertThat(failureOf(small)).isNull();
    }

    private static Throwable failureOf(Thread thread) {
        Throwable[] failure = new Throwable[1];
        thread.setUncaughtExceptionHandler((same, thrown) -> failure[0] = thrown);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return failure[0];
    }

    @ParameterizedTest
    @ValueSource(strings = { "\\d*", "x?", "", "(a|)" })
    void refusesAPatternThatFindsTheEmptyText(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(Pattern.compile(pattern)))
                .withMessage("'" + pattern + "' finds the empty text, so it would put [redacted] between all characters;"
                        + " have it find at least one, with + instead of *");
    }

    @Test
    void splitsNoGroupOfFailures() {
        RuntimeException ada = failing("ada@example.com");
        RuntimeException bob = failing("bob@example.com");

        Failure plain = Failure.of(ada);
        Failure redacted = Failure.of(bob, of(MAIL));

        assertThat(redacted.message()).isEqualTo("no such customer: [redacted]");
        assertThat(redacted.fingerprint()).isEqualTo(plain.fingerprint());
    }

    private static RuntimeException failing(String customer) {
        return new IllegalStateException("no such customer: " + customer);
    }
}
