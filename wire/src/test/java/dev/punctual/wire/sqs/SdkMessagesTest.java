package dev.punctual.wire.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.exception.SdkClientException;

class SdkMessagesTest {

    @Test
    void leavesOutWhereTheSdkHasLooked() {
        assertThat(SdkMessages.brief(SdkClientException.create("Unable to load region from any of the providers in the chain"
                + " software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain@38d8f54a: [...]")))
                .isEqualTo("Unable to load region");
    }

    @Test
    void leavesOtherMessagesAsTheyAre() {
        assertThat(SdkMessages.brief(SdkClientException.create("Connection refused"))).isEqualTo("Connection refused");
    }
}
