package dev.punctual.cli.deadletters;

import dev.punctual.cli.session.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code punctual dead-letters}: what there is to do with them. */
@Command(name = "dead-letters", description = "Find, explain and replay events that were not handled.", footer = {
        "",
        "Examples:",
        "  punctual dead-letters groups --source orders",
        "  punctual dead-letters list --source orders --since 2h",
        "  punctual dead-letters show 3f9a01bc22 --source orders",
        "  punctual dead-letters redrive --group 0123456789ab --source orders" })
public final class DeadLettersCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private DeadLettersCommand() {
    }

    /** This command and those below it. */
    public static CommandLine commandLine(Session session) {
        return new CommandLine(new DeadLettersCommand())
                .addSubcommand(new ListCommand(session))
                .addSubcommand(new GroupsCommand(session))
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new EditCommand(session))
                .addSubcommand(new RedriveCommand(session))
                .addSubcommand(new DiscardCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new ImportCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing; `punctual dead-letters --help` lists them");
    }
}
