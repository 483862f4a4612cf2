package dev.punctual.cli.deadletters;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.cli.access.LetterAccess.Opened;
import dev.punctual.cli.options.Shell;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.show.LetterJson;
import dev.punctual.cli.show.LetterPage;
import dev.punctual.cli.show.Payload;
import dev.punctual.cli.show.PayloadReader;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.LetterStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code show}: one letter with all that is known of it. */
@Command(name = "show", sortOptions = false, description = "Show one letter: what, why, when, from where, its attempts and payload.", footer = {
        "",
        "Compression is undone and CloudEvents are unwrapped. JSON is laid out; Protobuf needs the descriptors",
        "that `protoc --include_imports --descriptor_set_out=FILE` writes; other bytes are dumped.",
        "",
        "Examples:",
        "  punctual dead-letters show 3f9a01bc22 --source orders",
        "  punctual dead-letters show 3f9a01bc22 --source orders --descriptors shop.pb --message shop.OrderPlaced",
        "  punctual dead-letters show 3f9a01bc22 --source orders --raw > event.json" })
final class ShowCommand extends LetterCommand {

    @Parameters(paramLabel = "ID", description = "The letter's id, or its short id.")
    private String id = "";

    @Option(names = "--descriptors", paramLabel = "FILE", order = 40, description = "Protobuf's descriptors of the payload.")
    private @Nullable Path descriptors;

    @Option(names = "--message", paramLabel = "NAME", order = 41, description = "The payload's message type, such as shop.OrderPlaced.")
    private @Nullable String message;

    @Option(names = "--raw", order = 42, description = "Write only the event's bytes, as they are.")
    private boolean raw;

    @Option(names = "--json", order = 43, description = "One JSON document; the payload in base64, and as JSON if it is.")
    private boolean json;

    ShowCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        PayloadReader reader = reader();
        try (Opened opened = open()) {
            String whole = Ids.ofPerson(opened.letters(), id);
            StoredLetter stored = opened.letters().find(whole).orElseThrow(() -> Refusal.notFound(id));
            if (stored.data() instanceof LetterData.Missing missing) {
                return withoutPayload(stored, "none; " + missing.why(), ExitCode.DONE);
            }
            byte[] data;
            try {
                data = opened.letters().data(stored);
            } catch (LetterStoreException e) {
                return withoutPayload(stored, "cannot be had; " + e.getMessage(), ExitCode.FAILED);
            }
            show(stored, data, reader);
            return ExitCode.DONE;
        }
    }

    private void show(StoredLetter stored, byte[] data, PayloadReader reader) throws IOException {
        if (raw) {
            write(data);
        } else if (json) {
            session().out().println(document(stored, reader.read(stored.letter(), data)));
        } else {
            page(stored, LetterPage.payload(reader.read(stored.letter(), data)));
        }
    }

    private PayloadReader reader() {
        if (descriptors == null && message == null) {
            return new PayloadReader();
        }
        if (descriptors == null || message == null) {
            throw new Refusal("--descriptors and --message go together; "
                    + (message == null ? "name the message type" : "name protoc's file"));
        }
        return new PayloadReader(descriptors, message);
    }

    private int withoutPayload(StoredLetter stored, String why, int code) {
        if (raw) {
            throw new Refusal("The letter's bytes: " + why, ExitCode.FAILED);
        }
        if (json) {
            session().out().println(LetterJson.object(object -> details(object, stored)));
        } else {
            page(stored, "\nPayload: " + why + "\n");
        }
        return code;
    }

    private void page(StoredLetter stored, String payload) {
        session().out().print(LetterPage.of(stored, session().clock().instant()));
        session().out().print(payload);
        session().out().println("\nReplay it:  punctual dead-letters redrive " + Shell.quoted(id) + queue().again());
    }

    private static void write(byte[] data) throws IOException {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(data);
        }
    }

    private static String document(StoredLetter stored, Payload payload) {
        return LetterJson.object(object -> {
            details(object, stored);
            object.writeObjectFieldStart("payload");
            object.writeStringField("form", payload.form());
            object.writeStringField("about", payload.about());
            object.writeStringField("base64", Base64.getEncoder().encodeToString(payload.bytes()));
            if (payload.form().equals("JSON")) {
                object.writeFieldName("json");
                object.writeRawValue(new String(payload.bytes(), StandardCharsets.UTF_8));
            } else if (!payload.form().equals("bytes")) {
                object.writeStringField("text", payload.text());
            }
            object.writeEndObject();
        });
    }

    private static void details(JsonGenerator json, StoredLetter stored) throws IOException {
        LetterJson.summary(json, stored);
        LetterJson.origin(json, stored.letter());
        LetterJson.timeline(json, stored.letter());
    }
}
