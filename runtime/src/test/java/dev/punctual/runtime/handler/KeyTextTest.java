package dev.punctual.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

class KeyTextTest {

    @Test
    void isTheValuesOwnText() {
        assertThat(KeyText.of(" a b ")).isEqualTo(" a b ");
        assertThat(KeyText.of(42L)).isEqualTo("42");
        assertThat(KeyText.of(new UUID(0, 1))).isEqualTo("00000000-0000-0000-0000-000000000001");
    }

    @Test
    void isEmptyWhereThereIsNothingToTellEventsApartBy() {
        assertThat(KeyText.of(null)).isEmpty();
        assertThat(KeyText.of("")).isEmpty();
        assertThat(KeyText.of(" \t")).isEmpty();
    }
}
