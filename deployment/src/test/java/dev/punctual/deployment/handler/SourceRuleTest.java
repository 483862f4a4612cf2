package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;

import dev.punctual.OnEvent;

class SourceRuleTest {

    private static final String TEN = "0123456789";
    private static final String EIGHTY = TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN;
    private static final String LONGEST_STREAM = EIGHTY + TEN + TEN + TEN + TEN + "12345678";

    @ApplicationScoped
    static class Longest {
        @OnEvent(stream = LONGEST_STREAM)
        void stream(byte[] payload) {
        }

        @OnEvent(queue = EIGHTY)
        void queue(byte[] payload) {
        }
    }

    @ApplicationScoped
    static class TooLong {
        @OnEvent(stream = LONGEST_STREAM + "9")
        void stream(byte[] payload) {
        }

        @OnEvent(queue = EIGHTY + "1")
        void queue(byte[] payload) {
        }

        @OnEvent(stream = "bad stream", queue = "bad.queue")
        void three(byte[] payload) {
        }
    }

    @Test
    void takesNamesUpToTheLimitsOfTheServices() {
        assertThat(Validation.of(Longest.class).mistakesIn(SourceRuleTest.class)).isEmpty();
    }

    @Test
    void refusesNamesBeyondThemAndEveryMistakeOfOneAnnotation() {
        assertThat(Validation.of(TooLong.class).mistakesIn(SourceRuleTest.class)).containsExactly(
                "@OnEvent on TooLong#queue: queue '" + EIGHTY
                        + "1' is not the name of a queue; give 1 to 80 of a-z, A-Z, 0-9, _ and -.",
                "@OnEvent on TooLong#stream: stream '" + LONGEST_STREAM
                        + "9' is not the name of a stream; give 1 to 128 of a-z, A-Z, 0-9, _ . and -.",
                "@OnEvent on TooLong#three: both stream 'bad stream' and queue 'bad.queue' are set;"
                        + " keep one, and write a second method for the other.",
                "@OnEvent on TooLong#three: queue 'bad.queue' is not the name of a queue; give 1 to 80 of a-z, A-Z, 0-9, _ and -.",
                "@OnEvent on TooLong#three: stream 'bad stream' is not the name of a stream;"
                        + " give 1 to 128 of a-z, A-Z, 0-9, _ . and -.");
    }
}
