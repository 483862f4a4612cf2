package dev.punctual.cli.deadletters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import dev.punctual.DeadLetters;
import dev.punctual.cli.access.LetterAccess.Opened;
import dev.punctual.cli.options.DeedOptions;
import dev.punctual.cli.options.Shell;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.show.ShortId;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.StoredLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code edit}: mends the bytes of a letter's event. */
@Command(name = "edit", sortOptions = false, description = "Change the bytes of a letter's event, its envelope included.", footer = {
        "",
        "Opens VISUAL or EDITOR, asks before it changes the letter, and keeps the compression the event had.",
        "What was JSON has to be JSON still. Redrive the letter afterwards.",
        "",
        "Examples:",
        "  punctual dead-letters edit 3f9a01bc22 --source orders",
        "  punctual dead-letters edit 3f9a01bc22 --source orders --payload event.json --yes",
        "  punctual dead-letters show 3f9a01bc22 --source orders --raw | sed s/eur/EUR/ |",
        "    punctual dead-letters edit 3f9a01bc22 --source orders --payload - --yes" })
final class EditCommand extends LetterCommand {

    @Parameters(paramLabel = "ID", description = "The letter's id, or its short id.")
    private String id = "";

    @Option(names = "--payload", paramLabel = "FILE", order = 20, description = "The new bytes instead of an editor; - for standard input.")
    private @Nullable String payload;

    @Mixin
    private DeedOptions deed = new DeedOptions();

    EditCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        deed.checkThatSomebodyCanBeAsked(session(), "Editing");
        if (payload == null && !session().terminal().asks()) {
            throw new Refusal("There is no terminal for an editor; give the new bytes with --payload FILE");
        }
        if ("-".equals(payload) && deed.asks()) {
            throw new Refusal("--payload - takes standard input, so nobody can be asked on it; add --yes");
        }
        try (Opened opened = open(deed.audit(session()))) {
            String whole = Ids.ofPerson(opened.letters(), id);
            StoredLetter stored = opened.letters().find(whole).orElseThrow(() -> Refusal.notFound(id));
            return edit(opened.letters(), stored);
        }
    }

    private int edit(DeadLetters letters, StoredLetter stored) throws IOException, InterruptedException {
        EditedBytes before = stored.data() instanceof LetterData.Missing ? EditedBytes.none()
                : EditedBytes.of(letters.data(stored));
        byte[] after = payload == null ? before.inEditor(session().editor()) : before.replacedBy(bytes(payload));
        if (Arrays.equals(after, before.bytes())) {
            session().out().println("Nothing has changed");
            return ExitCode.DONE;
        }
        session().tell(before.change(after));
        deed.confirm(session(), "Change the letter " + ShortId.of(stored.letter().id()) + " in " + queueName() + "?");
        if (letters.edit(stored.letter().id(), after, deed.by(session())).isEmpty()) {
            throw Refusal.notFound(id);
        }
        session().out().println("Changed. Replay it:  punctual dead-letters redrive " + Shell.quoted(id) + queue().again());
        return ExitCode.DONE;
    }

    private byte[] bytes(String from) throws IOException {
        if (from.equals("-")) {
            return session().in().readAllBytes();
        }
        Path path = Path.of(from);
        if (!Files.isReadable(path)) {
            throw new Refusal("--payload is '" + from + "', which is no file that can be read");
        }
        return Files.readAllBytes(path);
    }
}
