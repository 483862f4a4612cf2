package dev.punctual.samples.parcel.driver;

import static dev.punctual.samples.parcel.event.Sources.ADDRESS_CHECKS;
import static dev.punctual.samples.parcel.event.Sources.DELIVERED;
import static dev.punctual.samples.parcel.event.Sources.HAND_SCANS;
import static dev.punctual.samples.parcel.event.Sources.MOVED;
import static dev.punctual.samples.parcel.event.Sources.PAID;
import static dev.punctual.samples.parcel.event.Sources.PARCELS;
import static dev.punctual.samples.parcel.event.Sources.PAYMENTS;
import static dev.punctual.samples.parcel.event.Sources.PICKED_UP;
import static dev.punctual.samples.parcel.event.Sources.REFUNDED;
import static dev.punctual.samples.parcel.event.Sources.REGISTERED;
import static dev.punctual.samples.parcel.event.Sources.SORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

import com.fasterxml.jackson.databind.JsonNode;

/** Everything that may happen to an event, in the functions as processes, from the template that would deploy them. */
@Timeout(480)
@TestInstance(Lifecycle.PER_CLASS)
class ParcelTrackingIT {

    /** More than the visibility timeout of the queues beside the longest budget of the events here. */
    private static final Duration PATIENCE = Duration.ofSeconds(200);

    /** What the functions logged, for whoever must find out why a test failed. */
    private static final Path LOG = Path.of("target", "parcel-tracking.log");

    private ParcelCloud cloud;
    private Letters letters;
    private boolean killed;

    @BeforeAll
    void everythingHappens() throws IOException {
        cloud = new ParcelCloud(LOG);
        letters = Letters.of(cloud);
        warmUp();
        parcels();
        scans();
        payments();
        cloud.send(ADDRESS_CHECKS, Events.addressCheck("p-1", "springfield"));
        cloud.send(ADDRESS_CHECKS, Events.addressCheck("p-2", "gone-atlantis"));
        cloud.send(ADDRESS_CHECKS, Events.addressCheck("p-3", "busy-london"));
    }

    @Test
    void metricsLeaveAsLinesOfCloudWatchsAndNoServerListens() {
        eventually(() -> assertThat(cloud.log()).anySatisfy(line -> assertThat(line)
                .contains("\"_aws\":{", "\"CloudWatchMetrics\"", "\"punctual.events.handled\"",
                        "\"handler\":\"Positions.track\"")));
        assertThat(cloud.log()).noneMatch(line -> line.contains("Listening on"));
    }

    /** Budgets are short, and processes start slowly on a small machine. */
    private void warmUp() {
        cloud.put(HAND_SCANS, "s-0", Events.scan("s-0", "scanner-7", "place-of-s-0"));
        cloud.put(PAYMENTS, "eve", Events.payment(PAID, "0", "eve", 1));
        eventually(() -> assertThat(ledger("Positions.track")).hasSize(1).containsValue("HANDLED"));
        eventually(() -> assertThat(cloud.items("AccountsTable")).hasSize(1));
    }

    private void parcels() {
        cloud.put(PARCELS, "p-1", Events.parcel(REGISTERED, "p-1", "flaky-printer", "ben"));
        cloud.put(PARCELS, "p-2", Events.parcel(REGISTERED, "p-2", "gone-shop", "ben"));
        cloud.put(PARCELS, "p-3", Events.movement(PICKED_UP, "e-1", "p-3", "gone-depot"));
        cloud.put(PARCELS, "p-3", Events.movement(PICKED_UP, "e-2", "p-3", "north"));
        cloud.put(PARCELS, "p-4", Events.movement(SORTED, "e-3", "p-4", "flaky-belt"));
        cloud.put(PARCELS, "p-4", Events.movement(SORTED, "e-4", "p-4", "north"));
        cloud.put(PARCELS, "p-5", Events.movement(MOVED, "e-5", "p-5", "busy-van"));
        cloud.put(PARCELS, "p-5", Events.movement(MOVED, "e-6", "p-5", "north"));
        cloud.put(PARCELS, "p-6", Events.parcel(DELIVERED, "p-6", "ada-lovelace", "busy-ben"));
    }

    private void scans() {
        for (String parcel : List.of("s-1", "s-2", "s-3")) {
            cloud.put(HAND_SCANS, parcel, Events.scan(parcel, "flaky-scanner", "place-of-" + parcel));
        }
        cloud.put(HAND_SCANS, "s-4", Events.scan("s-4", "busy-scanner", "nowhere"));
        cloud.put(HAND_SCANS, "s-5", Events.scan("s-5", "scanner-7", "nowhere", new byte[0]));
    }

    private void payments() {
        cloud.put(PAYMENTS, "ada", Events.payment(PAID, "1", "ada", 500));
        cloud.put(PAYMENTS, "ada", Events.payment(PAID, "1", "ada", 500));
        cloud.put(PAYMENTS, "ada", Events.payment(PAID, "2", "ada", 70));
        cloud.put(PAYMENTS, "gone-bank", Events.payment(REFUNDED, "3", "gone-bank", 500));
        cloud.put(PAYMENTS, "busy-bank", Events.payment(PAID, "4", "busy-bank", 500));
        cloud.put(PAYMENTS, "long", Events.payment(REFUNDED, "5".repeat(1_200), "long", 500));
    }

    @AfterAll
    void close() throws Exception {
        cloud.close();
    }

    private void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(assertion);
    }

    private void eventuallyLetters(String handler, String key, String... expected) {
        eventually(() -> assertThat(letters.of(handler, key)).as(handler + " of " + key).containsExactly(expected));
    }

    /** The states of a handler's events, by their keys; items of partition keys have none. */
    private Map<String, String> ledger(String handler) {
        return cloud.items("LedgerTable").stream().filter(item -> pk(item).endsWith('#' + handler) && item.containsKey("state"))
                .collect(Collectors.toMap(ParcelTrackingIT::pk, item -> text(item, "state")));
    }

    private static String pk(Map<String, JsonNode> item) {
        return text(item, "pk");
    }

    private static String text(Map<String, JsonNode> item, String attribute) {
        JsonNode value = item.get(attribute);
        return value == null ? "" : value.elements().next().asText();
    }

    @Test
    void largeEventsWaitInTheBucketAndAreHandledByTheRetryFunction() {
        eventually(() -> assertThat(String.join("\n", cloud.records(PARCELS))).contains("place-of-s-1", "place-of-s-2",
                "place-of-s-3"));

        assertThat(cloud.deployment().function("RetryFunction").counters().invocations()).isPositive();
        assertThat(cloud.endpoints().objects().listObjects(cloud.deployment().name("PayloadBucket"), "punctual/", "", 10)
                .objects()).isNotEmpty();
    }

    @Test
    void whatHandlersPublishReachesTheNextHandler() {
        eventually(() -> assertThat(ledger("Positions.track").values()).filteredOn("HANDLED"::equals).hasSize(5));
    }

    @Test
    void eventsThatWereOvertakenAreLeftOut() {
        eventually(() -> assertThat(ledger("Positions.track"))
                .containsEntry(ParcelCloud.deployed(PARCELS) + "/=e-5#Positions.track", "SUPERSEDED")
                .containsEntry(ParcelCloud.deployed(PARCELS) + "/=e-6#Positions.track", "HANDLED"));
    }

    @Test
    void paymentsAreBookedOnceTogetherWithTheirOutcome() {
        eventually(() -> {
            assertThat(ledger("Payments.book")).containsValues("HANDLED");
            assertThat(cloud.items("AccountsTable")).filteredOn(item -> text(item, "sender").equals("ada")).singleElement()
                    .satisfies(item -> assertThat(text(item, "cents")).isEqualTo("570"));
        });
    }

    @Test
    void eventsThatNobodyCanHandleAreDeadLetters() {
        eventuallyLetters("Registrations.register", "p-2", "PERMANENT base64");
        eventuallyLetters("Scans.read", "s-5", "PERMANENT base64");
        eventuallyLetters("Payments.refund", "gone-bank", "PERMANENT base64");
        eventuallyLetters("Archive.keep", "long", "ATTEMPTS base64");
    }

    @Test
    void keysHaltBehindTheirDeadAndGoOnBehindTheirWaiting() {
        eventuallyLetters("Journeys.pickUp", "p-3", "HALTED base64", "PERMANENT base64");
        eventually(() -> assertThat(ledger("Journeys.sort").values()).hasSize(2).containsOnly("HANDLED"));
    }

    @Test
    void eventsWhoseTimeIsOverAreDeadLettersAndThoseWhomItConcernsAreTold() {
        eventuallyLetters("Doorbells.ring", "p-6", "DEADLINE base64");
        eventuallyLetters("Scans.read", "s-4", "DEADLINE elsewhere");
        eventuallyLetters("Payments.book", "busy-bank", "DEADLINE base64");
        eventuallyLetters("Addresses.check", "", "DEADLINE base64", "PERMANENT base64");

        eventually(() -> assertThat(cloud.log())
                .anyMatch(line -> line.contains("Dear ada-lovelace, nobody has opened for your parcel p-6")));
    }

    /** A process that ends takes its whole batch with it: nothing else may be under way. */
    private void kill() {
        eventuallyLetters("Doorbells.ring", "p-6", "DEADLINE base64");
        eventuallyLetters("Scans.read", "s-4", "DEADLINE elsewhere");
        eventuallyLetters("Payments.book", "busy-bank", "DEADLINE base64");
        if (killed) {
            return;
        }
        killed = true;
        cloud.put(PARCELS, "p-7", Events.parcel(REGISTERED, "p-7", "deadly-printer", "ben"));
        cloud.put(PARCELS, "p-8", Events.movement(PICKED_UP, "e-8", "p-8", "deadly-depot"));
        cloud.put(HAND_SCANS, "s-6", Events.scan("s-6", "deadly-scanner", "nowhere"));
        cloud.put(PAYMENTS, "deadly-bank", Events.payment(PAID, "6", "deadly-bank", 500));
    }

    @Test
    void batchesThatLambdaGivesUpAreReadBackFromTheirBucketAndFromTheStream() {
        kill();

        eventuallyLetters("Scans.read", "s-6", "ABANDONED elsewhere");
        eventuallyLetters("Registrations.register", "p-7", "ABANDONED base64");
        assertThat(cloud.deployment().function("StreamFunction").counters().crashes()).isPositive();
    }

    @Test
    void paymentsThatKillTheirFunctionAreLettersAndNotBooked() {
        kill();

        eventually(() -> assertThat(letters.of("Payments.book", "deadly-bank")).singleElement(STRING)
                .matches("(CRASH_LOOP|ABANDONED) base64"));
        assertThat(cloud.items("AccountsTable")).extracting(item -> text(item, "sender")).containsOnly("ada", "eve");
    }

    @Test
    void functionsCallWhatTheirRolesAllow() {
        Rights rights = new Rights(cloud);
        kill();

        eventually(() -> assertThat(rights.unused()).as("what no function has called").isEmpty());
        assertThat(rights.missing()).as("what functions have called without a right").isEmpty();
    }

    @Test
    void noPayloadIsInALetterAsItIs() {
        eventuallyLetters("Doorbells.ring", "p-6", "DEADLINE base64");

        assertThat(letters.all()).allSatisfy(letter -> {
            assertThat(letter.path("event").path("dataEncryption").asText()).isEqualTo("KMS-AES-256-GCM");
            assertThat(letter.toString()).doesNotContain("ada-lovelace");
        });
    }
}
