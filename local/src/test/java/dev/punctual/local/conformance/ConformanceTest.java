package dev.punctual.local.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Holds every rule against every target. */
class ConformanceTest {

    private static final Path WRITTEN = Path.of("target", "conformance.md");
    private static final Path COMMITTED = Path.of("..", "docs", "conformance.md");

    private final ConformanceTable table = new ConformanceTable(KnownDifferences.ALL);
    private final List<Target<?>> targets = new ArrayList<>();
    private final boolean npm = !"false".equals(System.getProperty("punctual.conformance.npm"));

    @AfterEach
    void stopTargets() {
        targets.forEach(Target::close);
    }

    @TestFactory
    Stream<DynamicNode> everyTargetDoesWhatAwsDoes() {
        List<Rule<KinesisLab>> kinesis = Stream.of(KinesisStreamRules.rules(), KinesisShardRules.rules(),
                KinesisRecordRules.rules(), KinesisReadRules.rules()).flatMap(List::stream).toList();
        List<Rule<SqsLab>> sqs = Stream.of(SqsQueueRules.rules(), SqsSendRules.rules(), SqsReceiveRules.rules(),
                SqsReceiptRules.rules()).flatMap(List::stream).toList();
        Stream<DynamicNode> emulator = npm ? Stream.of(1).map(one -> hold(kinesis, started(Targets.kinesisLocal())))
                : Stream.of();
        return Stream.of(
                Stream.<DynamicNode> of(hold(kinesis, started(Targets.punctualKinesis()))), kinesisLocal(kinesis),
                Stream.<DynamicNode> of(hold(sqs, started(Targets.punctualSqs())), hold(sqs, started(Targets.elasticMq()))),
                Stream.<DynamicNode> of(dynamicTest("docs/conformance.md is what was seen", this::checkPage)))
                .flatMap(nodes -> nodes);
    }

    private Stream<DynamicNode> kinesisLocal(List<Rule<KinesisLab>> rules) {
        if (!npm) {
            return Stream.of();
        }
        try {
            return Stream.of(hold(rules, started(Targets.kinesisLocal())));
        } catch (UncheckedIOException e) {
            return Stream.of(dynamicTest("kinesis-local can be started", () -> {
                throw e;
            }));
        }
    }

    private <L extends Lab> Target<L> started(Target<L> target) {
        targets.add(target);
        return target;
    }

    private <L extends Lab> DynamicContainer hold(List<Rule<L>> rules, Target<L> target) {
        return dynamicContainer(target.name(), rules.stream().map(
                rule -> dynamicTest(rule.operation() + " " + rule.says(), () -> hold(rule, target))));
    }

    private <L extends Lab> void hold(Rule<L> rule, Target<L> target) throws Exception {
        Optional<KnownDifference> difference = KnownDifferences.ALL.stream()
                .filter(known -> known.concerns(target.name(), rule)).findFirst();
        try (L lab = target.lab()) {
            String seen = String.valueOf(rule.observation().see(lab));
            table.add(target.name(), rule, seen.equals(rule.aws()));
            difference.ifPresent(known -> assertThat(known.aws()).isEqualTo(rule.aws()));
            assertThat(seen).as("%s: %s %s", target.name(), rule.operation(), rule.says())
                    .isEqualTo(difference.map(KnownDifference::seen).orElse(rule.aws()));
        }
    }

    private void checkPage() throws Exception {
        Files.writeString(WRITTEN, table.markdown());

        if (npm) {
            assertThat(COMMITTED).as("copy local/target/conformance.md there when the change is meant")
                    .hasSameTextualContentAs(WRITTEN);
        }
    }
}
