package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.StreamMappingFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.stream.IteratorPosition;

/** A mapping that starts from the latest record takes every record that is put from then on, whatever fails. */
class LatestPositionTest {

    private static final IteratorPosition LATEST = new IteratorPosition.Latest();

    private final StreamMappingFixture world = new StreamMappingFixture(1);

    @Test
    void missesNothingWhenReadsFailUntilTheFirstIteratorExpired() {
        world.putAll("before the mapping");
        world.passSeconds(10);
        world.faults.order(FaultRule.at("kinesis:GetRecords", Trigger.next(320), Fault.internalFailure()));
        world.start(settings().startingPosition(LATEST));
        world.passSeconds(5);
        world.putAll("while reads fail");

        world.passSeconds(400);

        world.assertHandledInOrder("while reads fail");
    }

    @Test
    void missesNothingWhenTheIteratorExpiresBeforeTheFirstRecord() {
        world.putAll("before the mapping");
        world.passSeconds(10);
        world.start(settings().startingPosition(LATEST));
        world.passSeconds(5);
        world.faults.order(FaultRule.at("kinesis:GetRecords", Trigger.next(320), Fault.internalFailure()));
        world.putAll("while reads fail");

        world.passSeconds(400);

        world.assertHandledInOrder("while reads fail");
    }

    @Test
    void readsOnWhenItPollsLessOftenThanIteratorsLive() {
        var mapping = world.start(settings().startingPosition(LATEST).pollInterval(Duration.ofMinutes(6)));
        world.passSeconds(1);
        world.putAll("first");
        world.pass(Duration.ofMinutes(6));
        world.assertHandledInOrder("first");
        world.putAll("second");

        world.pass(Duration.ofMinutes(6));

        world.assertHandledInOrder("first", "second");
        assertThat(mapping.progress().isIdle()).isTrue();
    }
}
