package dev.punctual.cli;

import static dev.punctual.cli.Letters.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.cli.CommandFixture.Run;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.terminal.Editor;

/** Letters are edited with what {@code VISUAL} or {@code EDITOR} names: a process of its own. */
class EditorTest {

    @TempDir
    private Path home;
    private CommandFixture punctual;

    @BeforeEach
    void start() {
        punctual = new CommandFixture(home);
        punctual.terminal = CommandFixture.WINDOW;
        punctual.put(order(1));
    }

    @AfterEach
    void stop() {
        punctual.close();
    }

    private String script(String name, String does) throws IOException {
        Path script = Files.writeString(home.resolve(name), "#!/bin/sh\n" + does + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------")).toString();
    }

    private Run edit(Map<String, String> environment, String answer) {
        punctual.editor = Editor.ofEnvironment(environment);
        punctual.typed = answer;
        return punctual.letters("edit", order(1).id());
    }

    private String shown() {
        return punctual.letters("show", order(1).id()).out();
    }

    @Test
    void keepsWhatTheEditorWrote() throws IOException {
        String cheaper = script("cheaper", "sed s/12.50/9.75/ \"$1\" > \"$1.new\" && mv \"$1.new\" \"$1\"");

        Run run = edit(Map.of("EDITOR", cheaper), "y\n");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("-   \"total\" : 12.50", "+   \"total\" : 9.75");
        assertThat(shown()).contains("\"total\" : 9.75");
    }

    @Test
    void prefersVisualAndReadsItsArgumentsAsAShellDoes() throws IOException {
        String replace = script("replace", "sed \"$1\" \"$2\" > \"$2.new\" && mv \"$2.new\" \"$2\"");

        Run run = edit(Map.of("EDITOR", "false", "VISUAL", "'" + replace + "' 's/12.50/8 /'"), "y\n");

        assertThat(run.code()).isZero();
        assertThat(shown()).contains("\"total\" : 8");
    }

    @Test
    void changesNothingWhenTheEditorFails() throws IOException {
        String breaks = script("breaks", "echo '{}' > \"$1\"; exit 1");

        Run run = edit(Map.of("EDITOR", breaks), "y\n");

        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines()).singleElement().asString()
                .startsWith("punctual: The editor '" + breaks + "' ended with 1, so nothing is done; set VISUAL or EDITOR");
        assertThat(shown()).contains("12.50").doesNotContain("Edited");
        assertThat(punctual.audit()).isEmpty();
    }

    @Test
    void asksNothingWhenTheEditorLeavesTheFileAsItIs() {
        Run run = edit(Map.of("EDITOR", "true"), "");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("Nothing has changed");
        assertThat(run.err()).doesNotContain("[y/N]");
        assertThat(shown()).doesNotContain("Edited");
        assertThat(punctual.audit()).isEmpty();
    }

    @Test
    void changesNothingWhenThePersonSaysNo() throws IOException {
        String empties = script("empties", "echo '{}' > \"$1\"");

        Run run = edit(Map.of("EDITOR", empties), "n\n");

        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shown()).contains("12.50");
    }
}
