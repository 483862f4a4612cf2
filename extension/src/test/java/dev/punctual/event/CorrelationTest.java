package dev.punctual.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Correlation FULL = new Correlation("flow-1", "event-0", 2, true, new TraceContext(PARENT, "vendor=1"),
            Map.of("user", "u-1"));

    private static Correlation read(Map<String, String> attributes) {
        CorrelationAttributes correlation = new CorrelationAttributes();
        attributes.forEach(correlation::put);
        return correlation.correlation();
    }

    @Test
    void isReadFromTheAttributesItIsWrittenTo() {
        assertThat(CorrelationAttributes.of(FULL)).containsExactly(entry("correlationid", "flow-1"),
                entry("causationid", "event-0"), entry("chainlength", "2"), entry("correlationdebug", "true"),
                entry("traceparent", PARENT), entry("tracestate", "vendor=1"), entry("xcorrelationuser", "u-1"));
        assertThat(read(CorrelationAttributes.of(FULL))).isEqualTo(FULL);
        assertThat(CorrelationAttributes.of(Correlation.NONE)).isEmpty();
        assertThat(read(Map.of())).isSameAs(Correlation.NONE);
        CorrelationAttributes.of(FULL).keySet()
                .forEach(name -> assertThat(CorrelationAttributes.isOne(name)).as(name).isTrue());
    }

    @Test
    void isReadFromHeadersToo() {
        Correlation read = read(Map.of("x-correlation-id", "flow-1", "x-correlation-user-id", "u-1", "traceparent", PARENT));

        assertThat(read.correlationId()).isEqualTo("flow-1");
        assertThat(read.values()).containsExactly(entry("userid", "u-1"));
        assertThat(read.trace().traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(read.trace().parentId()).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void leavesOutWhatIsNone() {
        assertThat(read(Map.of("subject", "flow-1", "correlationid", "", "xcorrelation", "x", "xcorrelationÄ", "x",
                "x-correlation-", "x")).values()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "7, 7", "2147483647, 2147483647", "2147483648, 2147483647", "99999999999999999999, 2147483647", "-1, 0",
            "x, 0" })
    void takesAChainsLengthWithinWhatANumberHolds(String told, int length) {
        assertThat(read(Map.of("chainlength", told)).chainLength()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
            "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
            "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
            "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x" })
    void startsATraceAnewWhereTheParentIsMalformed(String traceparent) {
        TraceContext trace = TraceContext.of(traceparent, "vendor=1");

        assertThat(trace).isEqualTo(TraceContext.NONE);
        assertThat(trace.traceId() + trace.parentId()).isEmpty();
    }

    @Test
    void takesAVersionFromTheFuture() {
        assertThat(TraceContext.of("01" + PARENT.substring(2) + "-what-comes", "").isNone()).isFalse();
    }

    @Test
    void goesOnWithWhatAHandlerPublishes() {
        assertThat(FULL.next("event-1")).isEqualTo(new Correlation("flow-1", "event-1", 3, true, FULL.trace(), FULL.values()));
        assertThat(Correlation.NONE.next("event-1")).isEqualTo(
                new Correlation("event-1", "event-1", 1, false, TraceContext.NONE, Map.of()));
        assertThat(FULL.orOf("event-1")).isSameAs(FULL);
        assertThat(Correlation.NONE.orOf("event-1")).isEqualTo(Correlation.of("event-1"));
        assertThat(Correlation.of("")).isSameAs(Correlation.NONE);
    }

    @Test
    void isCompletedByWhatStandsBesideTheEvent() {
        assertThat(Correlation.NONE.or(FULL)).isSameAs(FULL);
        assertThat(FULL.or(Correlation.NONE)).isSameAs(FULL);
        assertThat(Correlation.of("flow-2").or(FULL)).isEqualTo(FULL.withCorrelationId("flow-2"));
        assertThat(FULL.or(Correlation.of("flow-2"))).isEqualTo(FULL);
    }
}
