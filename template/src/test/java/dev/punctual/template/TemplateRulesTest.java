package dev.punctual.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import dev.punctual.template.application.Application;
import dev.punctual.template.cost.Prices;
import dev.punctual.template.settings.Settings;

class TemplateRulesTest {

    private static final Deployment ALL = Deployment.of(Applications.tenHandlers(), Applications.tenHandlersSettings(),
            Optional.empty(), Prices.builtIn());

    static Stream<Arguments> applications() {
        return GoldenFilesTest.applications();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("applications")
    void areKeptByWhatTheBuildWrites(String name, Application application, Settings settings) {
        for (Document document : Deployment.of(application, settings, Optional.empty(), Prices.builtIn()).documents()) {
            if (document.name().endsWith(".yaml")) {
                assertThat(TemplateRules.violations(document.text())).as(document.name()).isEmpty();
            }
        }
    }

    /** Each is a template that forgets one thing; the rules must tell. */
    static Stream<Arguments> mutations() {
        return Stream.of(
                without("HandScansStreamMapping", "FunctionResponseTypes", "ignores what is returned"),
                without("ParcelsRetryQueueMapping", "FunctionResponseTypes", "ignores what is returned"),
                set("HandScansStreamMapping", "BisectBatchOnFunctionError", false, "does not bisect"),
                set("HandScansStreamMapping", "MaximumRetryAttempts", -1, "retries for ever"),
                set("HandScansStreamMapping", "MaximumRecordAgeInSeconds", -1, "gives up no record by its age"),
                without("HandScansStreamMapping", "DestinationConfig", "loses what it gives up"),
                set("HandScansStreamMapping", "StartingPosition", "LATEST", "skips what is in the stream"),
                set("ParcelsRetryQueue", "VisibilityTimeout", 30, "hides messages too briefly"),
                set("ParcelsDeadLetterQueue", "MessageRetentionPeriod", 345_600, "keeps messages for less than 14 days"),
                without("ParcelsRetryQueue", "RedrivePolicy", "drops what is received in vain"),
                without("ParcelsOnFailureQueue", "RedriveAllowPolicy", "redrives to a queue that takes from any"),
                without("ParcelsRetryQueue", "KmsMasterKeyId", "is in the clear"),
                without("ParcelsStream", "StreamEncryption", "is in the clear"),
                without("PayloadBucket", "PublicAccessBlockConfiguration", "may be public"),
                without("PayloadBucket", "LifecycleConfiguration", "keeps objects for ever"),
                set("LedgerTable", "BillingMode", "PROVISIONED", "is not on demand"),
                without("LedgerTable", "TimeToLiveSpecification", "forgets nothing"),
                without("LedgerTable", "PointInTimeRecoverySpecification", "cannot be recovered"),
                without("StreamLogGroup", "RetentionInDays", "keeps logs for ever"),
                without("RetryFunction", "RecursiveLoop", "is stopped as a loop"),
                set("RetryFunction", "Environment", Map.of("Variables", Map.of()), "does not know which it is"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("mutations")
    void tellWhatATemplateForgets(String resource, Change change, String violation) {
        for (Document document : ALL.documents()) {
            if (document.name().endsWith(".yaml")) {
                Map<String, Map<String, Map<String, Map<String, Object>>>> template = new Yaml().load(document.text());
                change.on(template.get("Resources").get(resource).get("Properties"));

                Map<String, Object> mutated = Map.of("Resources", template.get("Resources"));
                assertThat(TemplateRules.violations(mutated)).as(document.name()).anyMatch(text -> text.endsWith(violation));
            }
        }
    }

    interface Change {
        void on(Map<String, Object> properties);
    }

    private static Arguments without(String resource, String property, String violation) {
        Change change = properties -> assertThat(properties.remove(property)).isNotNull();
        return Arguments.of(resource, change, violation);
    }

    private static Arguments set(String resource, String property, Object value, String violation) {
        Change change = properties -> assertThat(properties.put(property, value)).isNotNull();
        return Arguments.of(resource, change, violation);
    }
}
