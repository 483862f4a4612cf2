package dev.punctual.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.session.Interruption;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.terminal.Terminal;
import picocli.CommandLine;

/** The command line itself; no queue is asked for anything. */
class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine line = Punctual.commandLine(new Session(InputStream.nullInputStream(), new PrintWriter(out),
            new PrintWriter(err), Terminal.NONE, InstantSource.fixed(Letters.NOW), Path.of("/home/ada"), "ada",
            (place, audit) -> {
                throw new AssertionError("no queue should be opened");
            }, file -> {
                throw new AssertionError("no editor should be opened");
            }, new Interruption(Thread.currentThread())));

    @Test
    void everyCommandExplainsItselfWithExamples() {
        List<CommandLine> commands = all(line);

        assertThat(commands).hasSizeGreaterThan(10);
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.getUsageMessage()).containsIgnoringCase("example");
            assertThat(command.getCommandSpec().usageMessage().description()).isNotEmpty();
        });
    }

    @Test
    void graalVmKnowsEveryCommandAndMixin() throws Exception {
        String config;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(
                "/META-INF/native-image/picocli-generated/dev.punctual/punctual-cli/reflect-config.json"))) {
            config = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(all(line)).allSatisfy(command -> {
            assertThat(config).contains("\"" + command.getCommandSpec().userObject().getClass().getName() + "\"");
            command.getCommandSpec().mixins().values().forEach(
                    mixin -> assertThat(config).contains("\"" + mixin.userObject().getClass().getName() + "\""));
        });
    }

    @Test
    void completesInAShell() {
        int code = line.execute("completion");

        assertThat(code).isZero();
        assertThat(out.toString()).contains("complete -F", "dead-letters", "--fingerprint");
    }

    @Test
    void saysItsVersion() {
        int code = line.execute("--version");

        assertThat(code).isZero();
        assertThat(out.toString()).matches("punctual [0-9].*\\R").doesNotContain("$");
    }

    @Test
    void refusesUnclearSelectionsBeforeAnyQueueIsOpened() {
        assertThat(line.execute("dead-letters", "redrive", "--source", "orders")).isEqualTo(ExitCode.REFUSED);
        assertThat(line.execute("dead-letters", "redrive", "--source", "orders", "--all", "--group", "x"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(line.execute("dead-letters", "discard", "--source", "orders", "--all", "--why", " "))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(line.execute("dead-letters")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("--group FINGERPRINT", "--why is empty");
    }

    private static List<CommandLine> all(CommandLine root) {
        List<CommandLine> all = new ArrayList<>(List.of(root));
        root.getSubcommands().values().forEach(each -> all.addAll(all(each)));
        return all;
    }
}
