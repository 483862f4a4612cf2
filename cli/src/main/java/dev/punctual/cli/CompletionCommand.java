package dev.punctual.cli;

import dev.punctual.cli.session.Session;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: a script that shells read. */
@Command(name = "completion", description = "Print a completion script for bash and zsh.", footer = {
        "",
        "Examples:",
        "  source <(punctual completion)",
        "  punctual completion > /etc/bash_completion.d/punctual" })
final class CompletionCommand implements Runnable {

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        session.out().print(AutoComplete.bash("punctual", spec.root().commandLine()));
        session.out().flush();
    }
}
