package dev.punctual.runtime.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.trace.SpanContext;

class XrayHeaderTest {

    @Test
    void namesAPlaceInATrace() {
        SpanContext span = XrayHeader.read("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1");

        assertThat(span.getTraceId()).isEqualTo("5759e988bd862e3fe1be46a994272793");
        assertThat(span.getSpanId()).isEqualTo("53995c3f42cd8ad8");
        assertThat(span.isSampled()).isTrue();
        assertThat(span.isRemote()).isTrue();
    }

    @Test
    void readsWhatLambdaAddsAndAnyOrder() {
        SpanContext span = XrayHeader
                .read("Sampled=0; Parent=53995c3f42cd8ad8;Lineage=1:x:0;Root=1-5759e988-bd862e3fe1be46a994272793");

        assertThat(span.isValid()).isTrue();
        assertThat(span.isSampled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "Root=1-5759e988-bd862e3fe1be46a994272793",
            "Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8",
            "Root=1-5759e988-bd862e3fe1be46a99427279;Parent=53995c3f42cd8ad8",
            "Root=1-00000000-000000000000000000000000;Parent=53995c3f42cd8ad8" })
    void namesNoneWhereItIsNone(String header) {
        assertThat(XrayHeader.read(header).isValid()).isFalse();
    }
}
