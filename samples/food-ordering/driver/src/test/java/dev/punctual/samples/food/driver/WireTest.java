package dev.punctual.samples.food.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireTest {

    @Test
    void countsEachBegunUnitOf25KilobytesOfARecord() {
        assertThat(Wire.NOTHING.plus(1, 1).putUnits()).isEqualTo(1);
        assertThat(Wire.NOTHING.plus(25 * 1_024, 1).putUnits()).isEqualTo(1);
        assertThat(Wire.NOTHING.plus(25 * 1_024 + 1, 1).putUnits()).isEqualTo(2);
        assertThat(Wire.NOTHING.plus(0, 1).putUnits()).as("an empty record is a record").isEqualTo(1);
    }

    @Test
    void sharesTheCostAmongTheEventsOfAnAggregate() {
        Wire wire = Wire.NOTHING.plus(20_000, 80).plus(5_000, 20);

        assertThat(wire).isEqualTo(new Wire(2, 100, 25_000, 2));
        assertThat(wire.bytesPerEvent()).isEqualTo(250);
        assertThat(wire.putUnitsPerMillionEvents()).isEqualTo(20_000);
    }
}
