package dev.punctual.cli;

import static dev.punctual.cli.Letters.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.cli.CommandFixture.Run;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.Trigger;

/** What operators see, and what becomes of letters, when SQS does not do as it should. */
class CommandFaultsTest {

    private static final List<Integer> ORDERS = IntStream.rangeClosed(1, 12).boxed().toList();

    @TempDir
    private Path home;
    private CommandFixture punctual;

    @BeforeEach
    void start() {
        punctual = new CommandFixture(home);
        ORDERS.forEach(number -> punctual.put(order(number)));
    }

    @AfterEach
    void stop() {
        punctual.close();
    }

    private Run nowhere(String... words) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> all = new java.util.ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(words));
        all.addAll(List.of("--source", "orders", "--region", "us-east-1", "--endpoint", "http://127.0.0.1:" + port));
        return punctual.run(all.toArray(String[]::new));
    }

    @Test
    void endsWith3AndALineOfAdviceWhereNothingAnswers() throws IOException {
        Run groups = nowhere("groups");
        Run redrive = nowhere("redrive", "--all", "--yes");

        assertThat(List.of(groups, redrive)).allSatisfy(run -> {
            assertThat(run.code()).isEqualTo(ExitCode.UNREACHABLE);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).singleElement().asString()
                    .startsWith("punctual: The queue orders-dead-letter does not")
                    .contains("Check its name, the region, the credentials and the endpoint");
        });
    }

    @Test
    void waitsForAQueueThatThrottlesForAWhile() {
        punctual.fault("ReceiveMessage", Trigger.next(4), Fault.throttle());

        Run groups = punctual.letters("groups", "--json");

        assertThat(groups.code()).isZero();
        assertThat(groups.out()).contains("\"count\":12");
    }

    @Test
    void endsWith3AndReleasesLettersWhenTheQueueThrottlesToTheEnd() {
        punctual.fault("ReceiveMessage", new Trigger.Run(2, Integer.MAX_VALUE), Fault.throttle());

        Run list = punctual.letters("groups");
        punctual.faultsEnd();

        assertThat(list.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(list.err().lines()).singleElement().asString().contains("orders-dead-letter does not give letters");
        assertThat(punctual.lettersHeld()).isZero();
        assertThat(punctual.lettersLeft()).isEqualTo(ORDERS.size());
    }

    @Test
    void leavesLettersAsTheyAreWhenTheRetryQueueTakesNothing() {
        punctual.fault("SendMessageBatch", Trigger.always(), Fault.throttle());

        Run redrive = punctual.letters("redrive", "--all", "--yes");
        punctual.faultsEnd();

        assertThat(redrive.code()).isIn(ExitCode.FAILED, ExitCode.UNREACHABLE);
        assertThat(redrive.err()).contains("retry queue").contains("Throttl").doesNotContain("\tat ");
        assertThat(punctual.lettersLeft()).isEqualTo(ORDERS.size());
        assertThat(punctual.eventsRetried()).isZero();
        assertThat(punctual.audit()).isEmpty();
    }

    @Test
    void sendsAgainOnlyThoseOfABatchThatWereRefused() {
        punctual.fault("SendMessageBatch", Trigger.next(2), Fault.failEntries(0, 2, 4));

        Run redrive = punctual.letters("redrive", "--all", "--yes");

        assertThat(redrive.code()).isZero();
        assertThat(punctual.ordersRetried()).containsExactlyInAnyOrderElementsOf(ORDERS);
        assertThat(punctual.lettersLeft()).isZero();
    }

    @Test
    void removesAgainOnlyThoseOfABatchThatStayed() {
        punctual.fault("DeleteMessageBatch", Trigger.next(2), Fault.failEntries(1, 3));

        Run redrive = punctual.letters("redrive", "--all", "--yes");

        assertThat(redrive.code()).isZero();
        assertThat(punctual.ordersRetried()).containsExactlyInAnyOrderElementsOf(ORDERS);
        assertThat(punctual.lettersLeft()).isZero();
    }

    @Test
    void saysWhichLettersStayThoughTheirEventsAreSent() {
        punctual.fault("DeleteMessageBatch", Trigger.always(), Fault.internalFailure());

        Run redrive = punctual.letters("redrive", "--all", "--yes");
        punctual.faultsEnd();
        Run again = punctual.letters("redrive", "--all", "--yes");

        assertThat(redrive.code()).isEqualTo(ExitCode.FAILED);
        assertThat(redrive.err()).contains("could not be removed", order(1).id()).doesNotContain("\tat ");
        assertThat(again.code()).isZero();
        assertThat(punctual.lettersLeft()).isZero();
        assertThat(punctual.ordersRetried()).as("each is sent twice, none never").hasSize(24).containsAll(ORDERS);
    }

    @Test
    void sendsTwiceRatherThanNeverWhenTheAnswerToASendIsCutOff() {
        punctual.fault("SendMessageBatch", Trigger.next(1), Fault.cutOff());

        Run redrive = punctual.letters("redrive", "--all", "--yes");

        assertThat(redrive.code()).isZero();
        assertThat(punctual.lettersLeft()).isZero();
        assertThat(punctual.ordersRetried()).hasSizeGreaterThan(ORDERS.size()).containsAll(ORDERS);
    }

    @Test
    void keepsTheLettersWhenNoSendIsEverAnswered() {
        punctual.fault("SendMessageBatch", Trigger.always(), Fault.cutOff());

        Run redrive = punctual.letters("redrive", "--all", "--yes");
        punctual.faultsEnd();

        assertThat(redrive.code()).isIn(ExitCode.FAILED, ExitCode.UNREACHABLE);
        assertThat(punctual.lettersLeft()).isEqualTo(ORDERS.size());
        assertThat(punctual.letters("groups", "--json").out()).as("none is held").contains("\"count\":12");
    }

    @Test
    void removesLettersOnceTheAnswerToTheirRemovalIsCutOff() {
        punctual.fault("DeleteMessageBatch", Trigger.next(1), Fault.cutOff());

        Run redrive = punctual.letters("redrive", "--all", "--yes");

        assertThat(redrive.code()).isZero();
        assertThat(punctual.lettersLeft()).isZero();
        assertThat(punctual.ordersRetried()).containsExactlyInAnyOrderElementsOf(ORDERS);
    }

    @Test
    void seesLettersOfACutOffAnswerAgainOnceTheirHoldEnds() {
        punctual.fault("ReceiveMessage", Trigger.next(1), Fault.cutOff());

        Run cut = punctual.letters("groups", "--hold", "2s");

        assertThat(cut.code()).isZero();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(
                () -> assertThat(punctual.letters("groups", "--json", "--hold", "2s").out()).contains("\"count\":12"));
    }

    @Test
    void saysHowLongLettersStayHeldThatItCouldNotRelease() {
        punctual.fault("ChangeMessageVisibilityBatch", Trigger.always(), Fault.internalFailure());

        Run list = punctual.letters("list", "--json", "--hold", "2s");
        punctual.faultsEnd();

        assertThat(list.out().lines()).hasSize(ORDERS.size());
        assertThat(list.code()).isEqualTo(ExitCode.FAILED);
        assertThat(list.err()).contains(" letters could not be released; others see them when their hold ends");
    }

    @Test
    void keepsTheOldLetterWhenTheQueueDoesNotTakeTheEditedOne() throws IOException {
        Path bytes = java.nio.file.Files.writeString(home.resolve("event.json"), "{\"type\":\"order_placed\",\"total\":1}");
        punctual.fault("SendMessageBatch", Trigger.always(), Fault.failEntries(0));

        Run edit = punctual.letters("edit", order(1).id(), "--payload", bytes.toString(), "--yes");
        punctual.faultsEnd();

        assertThat(edit.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(edit.err()).contains("did not take the edited letter", "The letter is as it was");
        assertThat(punctual.letters("show", order(1).id()).out()).contains("12.50").doesNotContain("Edited");
    }
}
