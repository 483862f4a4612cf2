package dev.punctual.testkit.mapping.event;

import static dev.punctual.testkit.mapping.event.LambdaEvent.MAXIMUM_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class LambdaEventTest {

    private static final int FRAME = "{\"Records\":[]}".length();

    @Test
    void putsRecordsTogetherAsOneObject() {
        var event = LambdaEvent.of(Stream.of("{\"a\":1}", "{}").map(json -> json.getBytes(StandardCharsets.UTF_8)).toList());

        assertThat(new String(event, StandardCharsets.UTF_8)).isEqualTo("{\"Records\":[{\"a\":1},{}]}");
    }

    @Test
    void fitsRecordsThatFillAnEventToTheLastByte() {
        var records = List.of(new byte[MAXIMUM_BYTES - FRAME - 11], new byte[10]);

        assertThat(LambdaEvent.fitting(records)).isEqualTo(2);
        assertThat(LambdaEvent.of(records)).hasSize(MAXIMUM_BYTES);
    }

    @Test
    void leavesOutTheRecordThatIsOneByteTooMuch() {
        var records = List.of(new byte[MAXIMUM_BYTES - FRAME - 11], new byte[11], new byte[1]);

        assertThat(LambdaEvent.fitting(records)).isEqualTo(1);
    }

    @Test
    void takesASingleRecordThatIsTooLargeByItself() {
        assertThat(LambdaEvent.fitting(List.of(new byte[MAXIMUM_BYTES], new byte[1]))).isEqualTo(1);
        assertThat(LambdaEvent.fitting(List.of())).isZero();
    }
}
