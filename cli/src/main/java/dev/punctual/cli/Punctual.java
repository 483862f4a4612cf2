package dev.punctual.cli;

import dev.punctual.cli.deadletters.DeadLettersCommand;
import dev.punctual.cli.journey.JourneyCommand;
import dev.punctual.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code punctual}: the root of all commands. */
@Command(name = "punctual", description = "Real-time events on AWS Lambda, for those who operate them.", versionProvider = Version.class, sortOptions = false, footer = {
        "",
        "Exit codes:",
        "  0    all is done",
        "  1    some letters failed",
        "  2    the command line is wrong, or refused",
        "  3    the queue is out of reach",
        "  4    no letter or journey with this id",
        "  130  interrupted",
        "",
        "Examples:",
        "  punctual dead-letters groups --source orders",
        "  punctual completion > /etc/bash_completion.d/punctual" })
public final class Punctual implements Runnable {

    @Option(names = { "-V", "--version" }, versionHelp = true, description = "Say the version.")
    private boolean version;

    @Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT, description = "Explain a command.")
    private boolean help;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show stack traces of errors.")
    private boolean verbose;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Punctual() {
    }

    /** The command line with every command. */
    public static CommandLine commandLine(Session session) {
        CommandLine line = new CommandLine(new Punctual());
        line.addSubcommand("dead-letters", DeadLettersCommand.commandLine(session));
        line.addSubcommand(new JourneyCommand(session));
        line.addSubcommand(new CompletionCommand(session));
        line.setOut(session.out()).setErr(session.err());
        line.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpLongOptionsMaxWidth(30);
        line.setExecutionExceptionHandler(new Failures(session));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing; `punctual --help` lists them");
    }
}
