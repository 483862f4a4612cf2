package dev.punctual.cli;

import static dev.punctual.cli.Letters.CLOSED;
import static dev.punctual.cli.Letters.order;
import static dev.punctual.cli.Letters.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.cli.CommandFixture.Run;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.show.ShortId;
import dev.punctual.cli.terminal.Terminal;
import dev.punctual.wire.coding.ContentCoding;

/** What operators do with dead letters, over HTTP. */
class DeadLettersTest {

    @TempDir
    private Path home;
    private CommandFixture punctual;

    @BeforeEach
    void start() {
        punctual = new CommandFixture(home);
    }

    @AfterEach
    void stop() {
        punctual.close();
    }

    private static String shortId(int number) {
        return ShortId.of(order(number).id());
    }

    @Test
    void listsLettersByShortIdsOnATerminalWithinItsWidth() {
        punctual.put(order(1));
        punctual.put(order(2));
        punctual.terminal = CommandFixture.WINDOW;

        Run run = punctual.letters("list");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(3).allMatch(line -> line.length() <= 120);
        assertThat(run.out()).contains(shortId(1), shortId(2), "DEADLINE", "RestaurantClosedException", "1 h 59 min ago");
    }

    @Test
    void listsWholeIdsForScripts() {
        punctual.put(order(1));

        Run plain = punctual.letters("list");
        Run json = punctual.letters("list", "--json");

        assertThat(plain.out().lines().skip(1)).singleElement().asString().startsWith(order(1).id() + "\t");
        assertThat(json.out().lines()).singleElement().asString().startsWith("{\"id\":\"" + order(1).id() + "\"");
    }

    @Test
    void listsOnlyWhatIsAskedForAndNoMoreThanTheLimit() {
        punctual.put(order(1));
        punctual.put(order(2));
        punctual.put(order(3));

        assertThat(punctual.letters("list", "--correlation-id", "correlation-2", "--json").out().lines()).hasSize(1);
        assertThat(punctual.letters("list", "--since", "1h", "--json").out()).isEmpty();
        assertThat(punctual.letters("list", "--limit", "2", "--json").out().lines()).hasSize(2);
        assertThat(punctual.letters("list", "--json").out().lines()).as("all are there again").hasSize(3);
    }

    @Test
    void groupsLettersByTheirCause() {
        punctual.put(order(1));
        punctual.put(order(2));

        Run table = punctual.letters("groups");
        Run json = punctual.letters("groups", "--json");

        assertThat(table.out().lines().skip(1)).singleElement().asString().startsWith("2\t" + CLOSED);
        assertThat(json.out()).contains("\"count\":2", "\"fingerprint\":\"" + CLOSED + "\"");
    }

    @Test
    void showsOneLetterAsAPersonWantsIt() {
        punctual.put(order(1));

        Run run = punctual.letters("show", shortId(1));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Why: DEADLINE, its time was up", "Luigi's is closed", "orders-stream", "took 35 ms",
                "Payload: JSON", "\"total\" : 12.50", "punctual dead-letters redrive " + shortId(1));
    }

    @Test
    void showsCompressedPayloads() {
        punctual.put(order(1, ContentCoding.GZIP.encode(utf8("{\"type\":\"order_placed\",\"order\":77}"))));

        Run run = punctual.letters("show", order(1).id());

        assertThat(run.out()).contains("gzip undone", "\"order\" : 77");
    }

    @Test
    void endsWith4WhereThereIsNoSuchLetter() {
        assertThat(punctual.letters("show", "nobody").code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(punctual.letters("redrive", "nobody").code()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(punctual.letters("discard", "nobody", "--why", "it is gone", "--yes").code()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void redrivesOneLetterWithoutAsking() {
        punctual.put(order(1));
        punctual.put(order(2));

        Run run = punctual.letters("redrive", shortId(1));

        assertThat(run.code()).isZero();
        assertThat(punctual.retried()).singleElement().asString().contains("\"punctual\"");
        assertThat(punctual.left()).singleElement().asString().contains(order(2).id());
        assertThat(punctual.audit()).singleElement().asString().contains("\"by\":\"ada\"", "\"action\":\"redrive\"",
                order(1).id()).doesNotContain("total");
    }

    @Test
    void refusesToRedriveAGroupWhereNobodyCanBeAsked() {
        punctual.put(order(1));

        Run run = punctual.letters("redrive", "--group", CLOSED);

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("--yes");
        assertThat(punctual.left()).hasSize(1);
    }

    @Test
    void redrivesAGroupOnceThePersonAgrees() {
        punctual.put(order(1));
        punctual.put(order(2));
        punctual.terminal = CommandFixture.WINDOW;

        punctual.typed = "n\n";
        Run no = punctual.letters("redrive", "--group", CLOSED);
        punctual.typed = "y\n";
        Run yes = punctual.letters("redrive", "--group", CLOSED);

        assertThat(no.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(no.err()).contains("Redrive 2 letters from orders-dead-letter to orders-retry?");
        assertThat(yes.code()).isZero();
        assertThat(yes.out()).contains("Redriven: 2 letters");
        assertThat(punctual.left()).isEmpty();
        assertThat(punctual.retried()).hasSize(2);
    }

    @Test
    void saysWhatADryRunWouldDoAndDoesNothing() {
        punctual.put(order(1));

        Run run = punctual.letters("redrive", "--all", "--dry-run");

        assertThat(run.out()).contains("Would redrive 1 letter");
        assertThat(punctual.left()).hasSize(1);
        assertThat(punctual.retried()).isEmpty();
    }

    @Test
    void discardsWithAReason() {
        punctual.put(order(1));

        Run without = punctual.letters("discard", "--all", "--yes");
        Run with = punctual.letters("discard", "--all", "--why", "a test", "--yes");

        assertThat(without.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(with.code()).isZero();
        assertThat(punctual.left()).isEmpty();
        assertThat(punctual.audit()).singleElement().asString().contains("discard", "a test");
    }

    @Test
    void editsThePayloadInAnEditor() {
        punctual.put(order(1));
        punctual.terminal = CommandFixture.WINDOW;
        punctual.typed = "yes\n";
        punctual.editor = file -> Files.writeString(file, Files.readString(file).replace("12.50", "13.75"));

        Run run = punctual.letters("edit", shortId(1));

        assertThat(run.err()).contains("-   \"total\" : 12.50", "+   \"total\" : 13.75");
        assertThat(run.code()).isZero();
        punctual.terminal = Terminal.NONE;
        assertThat(punctual.letters("show", shortId(1)).out()).contains("\"total\" : 13.75", "1 times, last by ada");
    }

    @Test
    void refusesAnEditThatBreaksJson() {
        punctual.put(order(1));
        punctual.terminal = CommandFixture.WINDOW;
        punctual.editor = file -> Files.writeString(file, "{\"order\":");

        Run run = punctual.letters("edit", shortId(1));

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("was JSON");
    }

    @Test
    void exportsAndImports() {
        punctual.put(order(1));
        Path file = home.resolve("letters.jsonl");

        Run exported = punctual.letters("export", "--output", file.toString());
        punctual.letters("discard", "--all", "--why", "it is exported", "--yes");
        Run imported = punctual.letters("import", file.toString());

        assertThat(exported.code()).isZero();
        assertThat(imported.out()).contains("Imported: 1 letter");
        assertThat(punctual.left()).singleElement().asString().contains(order(1).id());
    }

    @Test
    void takesQueuesThatHaveNamesOfTheirOwn() {
        punctual.put(order(1));
        List<String> names = List.of("--queue", "orders-dead-letter", "--retry-queue", punctual.retryQueueUrl(), "--region",
                "us-east-1", "--endpoint", punctual.endpoint());

        Run run = punctual.run(words(List.of("dead-letters", "redrive", "--all", "--yes"), names));

        assertThat(run.code()).isZero();
        assertThat(punctual.left()).isEmpty();
        assertThat(punctual.retried()).hasSize(1);
    }

    private static String[] words(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toArray(String[]::new);
    }

    @Test
    void showsHowFarItIsToPeopleOnly() {
        punctual.put(order(1));
        punctual.pace = Duration.ofSeconds(2);
        punctual.terminal = new Terminal(true, true, true, 120);

        assertThat(punctual.letters("groups").err()).contains("counting: 1 of 1 seen").endsWith("\u001b[K");
        assertThat(punctual.letters("list").err()).contains("listing: 1 of 1 seen").endsWith("\u001b[K");
        assertThat(punctual.letters("redrive", "--all", "--dry-run").err()).contains("redriving: 1 of 1 seen");
        assertThat(punctual.letters("groups", "--json").err()).isEmpty();
        punctual.terminal = CommandFixture.WINDOW;
        assertThat(punctual.letters("groups").err()).isEmpty();
    }

    @Test
    void endsWith3WhereTheQueueIsOutOfReach() {
        Run run = punctual.run("dead-letters", "list", "--source", "nothing", "--region", "us-east-1", "--endpoint",
                punctual.endpoint());

        assertThat(run.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.err()).contains("nothing-dead-letter").doesNotContain("\tat ");
    }
}
