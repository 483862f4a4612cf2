package dev.punctual.devui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.punctual.spi.LetterStoreException;

class AnswerTest {

    @Test
    void isAValueOrAProblem() {
        assertThat(Answer.of(() -> "letters")).isEqualTo(new Answer<>("letters", ""));
        assertThat(Answer.of(() -> {
            throw new LetterStoreException("The queue is out of reach", new IllegalStateException("detail"));
        })).isEqualTo(new Answer<>(null, "The queue is out of reach"));
    }

    @Test
    void namesWhatIsMissingWhereAClientCannotBeMade() {
        assertThat(Answer.of(() -> {
            throw new IllegalStateException("bean", new IllegalArgumentException("no region"));
        }).problem()).isEqualTo("IllegalArgumentException: no region");
        assertThat(Answer.of(() -> {
            throw new IllegalStateException();
        }).problem()).isEqualTo("IllegalStateException");
    }
}
