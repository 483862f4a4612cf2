package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;

import dev.punctual.OnEvent;
import dev.punctual.PermanentFailureException;
import dev.punctual.RetryWithin;

class RetryRuleTest {

    @ApplicationScoped
    static class Bounds {
        @OnEvent(stream = "orders")
        @RetryWithin(value = "365d", maxAttempts = 1, backoff = "365d", maxBackoff = "365d")
        void longest(byte[] payload) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin(value = "PT0.001S", backoff = "1ms", permanent = { PermanentFailureException.class, Error.class })
        void shortest(byte[] payload) {
        }
    }

    @ApplicationScoped
    static class Open {
        @OnEvent(stream = "orders")
        @RetryWithin(value = "${budget}", backoff = "20s", maxBackoff = "${max}")
        void on(byte[] payload) {
        }
    }

    @Test
    void takesTheBoundsThemselves() {
        assertThat(Validation.of(Bounds.class).mistakesIn(RetryRuleTest.class)).isEmpty();
    }

    @Test
    void leavesOpenWhatAnExpressionLeavesOpen() {
        assertThat(Validation.of(Open.class).mistakesIn(RetryRuleTest.class)).isEmpty();
    }

    @Test
    void judgesExpressionsThatHaveAValueAlready() {
        Validation validation = Validation.of(Open.class).withConfig(Map.of("${budget}", "10s", "${max}", "often"));

        assertThat(validation.mistakesIn(RetryRuleTest.class)).containsExactly(
                "@RetryWithin on Open#on: backoff '20s': backoff must not be longer than the budget PT10S, was PT20S;"
                        + " lower backoff or raise the budget.",
                "@RetryWithin on Open#on: maxBackoff '${max}' (now 'often'): 'often' is not a duration;"
                        + " write it like 200ms, 5s, 2m, 1h, 1d or PT5S.");
    }
}
