package dev.punctual.runtime.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.punctual.event.TraceContext;
import io.opentelemetry.sdk.trace.samplers.Sampler;

class SamplingTest {

    private static final String PLACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-";
    private static final TraceContext RECORDED = TraceContext.of(PLACE + "01", "");
    private static final TraceContext UNRECORDED = TraceContext.of(PLACE + "00", "");

    private static Sampling of(Sampler sampler) {
        return Sampling.of(sampler.getDescription());
    }

    @Test
    void leavesEverythingOutWhereNothingIsRecorded() {
        Sampling off = of(Sampler.alwaysOff());

        assertThat(off.leavesOut(TraceContext.NONE)).isTrue();
        assertThat(off.leavesOut(RECORDED)).isTrue();
        assertThat(off.leavesOut(UNRECORDED)).isTrue();
    }

    @Test
    void leavesOutWhatIsBelowASpanThatIsNotRecorded() {
        Sampling byParent = of(Sampler.parentBased(Sampler.traceIdRatioBased(0.1)));

        assertThat(byParent.leavesOut(UNRECORDED)).isTrue();
        assertThat(byParent.leavesOut(RECORDED)).isFalse();
        assertThat(byParent.leavesOut(TraceContext.NONE)).as("lots are drawn by the sampler").isFalse();
    }

    @Test
    void leavesOutRootsWhereNoneIsRecorded() {
        Sampling byParent = of(Sampler.parentBased(Sampler.alwaysOff()));

        assertThat(byParent.leavesOut(TraceContext.NONE)).isTrue();
        assertThat(byParent.leavesOut(RECORDED)).isFalse();
    }

    @Test
    void asksSamplersThatRecordBelowWhatIsNotRecorded() {
        Sampling own = of(Sampler.parentBasedBuilder(Sampler.alwaysOn()).setRemoteParentNotSampled(Sampler.alwaysOn()).build());

        assertThat(own.leavesOut(UNRECORDED)).isFalse();
    }

    @Test
    void asksAllOtherSamplers() {
        assertThat(of(Sampler.alwaysOn())).isEqualTo(Sampling.UNKNOWN);
        assertThat(of(Sampler.traceIdRatioBased(0.1))).isEqualTo(Sampling.UNKNOWN);
        assertThat(Sampling.UNKNOWN.leavesOut(UNRECORDED)).isFalse();
    }
}
