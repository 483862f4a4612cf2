package dev.punctual.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.cli.show.ShortId;
import dev.punctual.cli.terminal.Terminal;

/** The page of the command shows how a group is found, explained and replayed; this is how it goes. */
class TranscriptTest {

    private static final Path PAGE = Path.of("..", "docs", "cli.md");
    private static final int WIDTH = 150;

    @TempDir
    private Path home;
    private CommandFixture punctual;

    @BeforeEach
    void start() {
        punctual = new CommandFixture(home);
        punctual.terminal = new Terminal(true, true, false, WIDTH);
        for (int number = 1; number <= 4; number++) {
            punctual.put(Letters.order(number));
        }
        punctual.put(Letters.unreadable(5));
    }

    @AfterEach
    void stop() {
        punctual.close();
    }

    @Test
    void goesAsThePageSays() throws IOException {
        String third = ShortId.of(Letters.order(3).id());
        String transcript = said("groups") + said("list", "--fingerprint", Letters.CLOSED) + said("show", third)
                + said("redrive", "--group", Letters.CLOSED, "--dry-run") + said("redrive", "--group", Letters.CLOSED, "--yes")
                + said("groups");

        Files.writeString(Path.of("target", "transcript.txt"), transcript);
        assertThat(pageLines()).as("what is in target/transcript.txt; letters are listed in no order")
                .containsExactlyInAnyOrderElementsOf(transcript.strip().lines().toList());
    }

    private static List<String> pageLines() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf("$ punctual dead-letters groups --source orders\n");
        return page.substring(start, page.indexOf("\n```", start)).lines().toList();
    }

    /** A command and its output, without the options that only this test needs. */
    private String said(String... words) {
        CommandFixture.Run run = punctual.letters(words);
        assertThat(run.code()).isZero();
        String out = run.out().replace(" --region us-east-1 --endpoint " + punctual.endpoint(), "");
        List<String> head = List.of("$ punctual dead-letters", words[0], "--source orders");
        List<String> rest = List.of(words).subList(1, words.length);
        return String.join(" ", head) + (rest.isEmpty() ? "" : " " + String.join(" ", rest)) + "\n" + out + "\n";
    }
}
