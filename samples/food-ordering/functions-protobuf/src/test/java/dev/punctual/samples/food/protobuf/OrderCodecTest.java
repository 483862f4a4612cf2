package dev.punctual.samples.food.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import dev.punctual.samples.food.order.Order;
import dev.punctual.spi.UndecodableException;

class OrderCodecTest {

    private final OrderCodec codec = new OrderCodec();

    @Test
    void readsWhatItWrote() throws UndecodableException {
        Order order = new Order("o-1", "ada", "prompt-1", "pizza", 1_200);

        assertThat(codec.decode(codec.encode(order))).isEqualTo(order);
    }

    @Test
    void refusesWhatIsNoOrder() {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> codec.decode(new byte[] { -1, -1 }));
    }
}
