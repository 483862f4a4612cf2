package dev.punctual.cli;

import static dev.punctual.cli.Letters.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.cli.PunctualProcess.Started;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.Trigger;

/** What only a process of its own shows: signals, exit codes, standard streams. */
class CommandProcessTest {

    private static final int MANY = 60;

    @TempDir
    private Path home;
    private CommandFixture queues;
    private PunctualProcess punctual;

    @BeforeEach
    void start() {
        queues = new CommandFixture(home);
        punctual = new PunctualProcess(home, queues.endpoint());
    }

    @AfterEach
    void stop() {
        queues.close();
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    @Test
    void losesNothingWhenARedriveIsInterruptedAndTheNextRunFinishesIt() throws Exception {
        numbers(MANY).forEach(number -> queues.put(order(number)));
        Started redrive = punctual.start("redrive", "--all", "--rate", "10", "--yes");
        await().atMost(Duration.ofSeconds(60)).until(() -> queues.eventsRetried() > 0);

        redrive.interrupt();

        assertThat(redrive.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(redrive.err()).contains("interrupted; what was held is released. The same command goes on with what is left")
                .doesNotContain("\tat ");
        assertThat(queues.lettersLeft()).isPositive();
        assertThat(queues.lettersLeft() + queues.eventsRetried()).isGreaterThanOrEqualTo(MANY);

        String rest = punctual.start("redrive", "--all", "--yes").out(ExitCode.DONE);

        assertThat(rest).startsWith("Redriven: ");
        assertThat(queues.lettersLeft()).isZero();
        assertThat(queues.ordersRetried()).containsOnlyOnceElementsOf(numbers(MANY));
    }

    @Test
    void redrivesAgainWhatWasSentWhenTheProcessIsKilledBeforeItsLettersAreRemoved() throws Exception {
        numbers(5).forEach(number -> queues.put(order(number)));
        queues.fault("DeleteMessageBatch", Trigger.always(), Fault.internalFailure());
        Started redrive = punctual.start("redrive", "--all", "--yes", "--hold", "2s");
        await().atMost(Duration.ofSeconds(60)).until(() -> queues.eventsRetried() == 5);

        redrive.process().destroyForcibly().waitFor();
        queues.faultsEnd();

        assertThat(queues.lettersLeft()).isEqualTo(5);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            punctual.start("redrive", "--all", "--yes").out(ExitCode.DONE);
            assertThat(queues.lettersLeft()).isZero();
        });
        assertThat(queues.ordersRetried()).hasSize(10).containsAll(numbers(5));
    }

    @Test
    void endsWith1AndNamesTheLettersThatFailed() throws Exception {
        numbers(3).forEach(number -> queues.put(order(number)));
        queues.fault("SendMessageBatch", Trigger.always(), Fault.failEntries(0));

        Started redrive = punctual.start("redrive", "--all", "--yes");

        assertThat(redrive.out(ExitCode.FAILED)).startsWith("Redriven: ").contains(" failed");
        assertThat(redrive.err()).contains("the retry queue did not take the event of ", "InternalFailure");
        assertThat(queues.lettersLeft()).isPositive();
        assertThat(queues.lettersLeft() + queues.eventsRetried()).isEqualTo(3);
    }

    @Test
    void exportsToStandardOutputAndImportsFromStandardInput() throws Exception {
        numbers(12).forEach(number -> queues.put(order(number)));

        Started export = punctual.start("export");
        String lines = export.out(ExitCode.DONE);
        punctual.start("discard", "--all", "--why", "they are exported", "--yes").out(ExitCode.DONE);
        String imported = punctual.start(export.output(), "import", "-").out(ExitCode.DONE);

        assertThat(lines.lines()).hasSize(12).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(export.err()).contains("Exported: 12 letters");
        assertThat(imported).contains("Imported: 12 letters to orders-dead-letter");
        assertThat(queues.lettersLeft()).isEqualTo(12);
    }

    @Test
    void endsWith1WhenALineIsNoLetterAndImportsTheOthers() throws Exception {
        queues.put(order(1));
        Started export = punctual.start("export");
        Path mixed = home.resolve("mixed.jsonl");
        java.nio.file.Files.writeString(mixed, "{\"no\":\"letter\"}\n" + export.out(ExitCode.DONE));

        Started imports = punctual.start(mixed, "import", "-");

        assertThat(imports.out(ExitCode.FAILED)).contains("Imported: 1 letter", "1 failed");
        assertThat(imports.err()).contains("line 1 is no exported letter");
        assertThat(queues.lettersLeft()).isEqualTo(2);
    }
}
