package dev.punctual.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class SequenceOrderTest {

    @Test
    void ordersRecordsByNumberAndTheEventsOfAnAggregateByTheirPlaceInIt() {
        List<String> ascending = List.of("9", "10", "10:0", "10:2", "10:10", "11", "11:0", "100");

        assertThat(Stream.of("11:0", "100", "10:10", "9", "10:0", "11", "10", "10:2").sorted(SequenceOrder.ASCENDING))
                .containsExactlyElementsOf(ascending);
    }

    @Test
    void aPositionIsNotBeforeItself() {
        assertThat(SequenceOrder.isBefore("10:1", "10:1")).isFalse();
        assertThat(SequenceOrder.isBefore("10", "10")).isFalse();
    }
}
