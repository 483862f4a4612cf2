package dev.punctual.cli.show;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import dev.punctual.cli.terminal.Printable;
import dev.punctual.cli.terminal.Times;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.event.EventRecord;

/** One letter as a person wants to read it: what, why, when, its attempts, where from, its payload. */
public final class LetterPage {

    private static final String INDENT = "  ";

    private final StringBuilder page = new StringBuilder();
    private final StoredLetter stored;
    private final Instant now;

    private LetterPage(StoredLetter stored, Instant now) {
        this.stored = stored;
        this.now = now;
    }

    /** The page of a letter without its payload. */
    public static String of(StoredLetter stored, Instant now) {
        LetterPage page = new LetterPage(stored, now);
        page.head();
        page.why();
        page.when();
        page.origin();
        Timeline.add(page.page, stored.letter());
        return page.page.toString();
    }

    /** The part of a page that shows a payload. */
    public static String payload(Payload payload) {
        String about = payload.about().isEmpty() ? "" : "; " + payload.about();
        return "\nPayload: " + payload.form() + ", " + String.format(Locale.ROOT, "%,d", payload.bytes().length) + " bytes"
                + about + "\n" + Printable.lines(payload.text()).indent(INDENT.length());
    }

    private void head() {
        DeadLetter letter = stored.letter();
        page.append("Dead letter ").append(ShortId.of(letter.id())).append('\n');
        field("Id", letter.id());
        field("Event", words(letter.type(), letter.eventId(), letter.contentType()));
        field("Correlation", letter.correlationId());
        field("Handler", letter.handler().isEmpty() ? "none" : letter.handler());
        if (letter.redrive().count() > 0) {
            field("Redriven", letter.redrive().count() + " times, last from " + letter.redrive().previousLetter());
        }
        if (stored.edit().revision() > 0) {
            field("Edited", stored.edit().revision() + " times, last by " + stored.edit().by() + " "
                    + Times.ago(stored.edit().at(), now));
        }
    }

    private void why() {
        DeadLetter letter = stored.letter();
        page.append("\nWhy: ").append(letter.reason()).append(", ").append(Reasons.meaning(letter.reason())).append('\n');
        field("Detail", letter.detail());
        letter.attempts().latest().ifPresent(attempt -> {
            field("Exception", attempt.failure().exception());
            field("Message", attempt.failure().message());
        });
        field("Fingerprint", letter.fingerprint());
    }

    private void when() {
        DeadLetter letter = stored.letter();
        Instant start = letter.deadline().arrival();
        Duration budget = Duration.between(start, letter.deadline().at());
        page.append("\nWhen\n");
        moment("Arrived", letter.event().arrival(), "");
        if (!start.equals(letter.event().arrival())) {
            moment("Counted from", start, "");
        }
        moment("Died", letter.diedAt(), ", " + Times.after(start, letter.diedAt()));
        if (budget.isZero()) {
            field("Deadline", "none: no handler was found");
        } else {
            boolean late = letter.diedAt().isAfter(letter.deadline().at());
            moment("Deadline", letter.deadline().at(), ", " + Times.after(start, letter.deadline().at())
                    + (late ? ", passed by then"
                            : ", with " + Times.length(letter.deadline().remaining(letter.diedAt()))
                                    + " left at its death"));
        }
    }

    private void moment(String name, Instant at, String more) {
        field(name, at + " (" + Times.ago(at, now) + more + ")");
    }

    private void origin() {
        EventRecord event = stored.letter().event();
        page.append("\nFrom\n");
        field(event.source().kind() == dev.punctual.event.EventSource.Kind.STREAM ? "Stream" : "Queue",
                words(event.source().name(), event.source().arn()));
        field("Shard", event.shardId());
        field(event.shardId().isEmpty() ? "Message" : "Sequence", event.position());
        field("Partition key", event.partitionKey());
        field("Given up by", words(stored.letter().function(), stored.letter().requestId()));
        field("Application", stored.letter().application());
    }

    private static String words(String... words) {
        return String.join("  ", java.util.Arrays.stream(words).filter(word -> !word.isEmpty()).toList());
    }

    private void field(String name, String value) {
        if (!value.isEmpty()) {
            page.append(INDENT).append(name).append(" ".repeat(Math.max(1, 15 - name.length()))).append(Printable.line(value))
                    .append('\n');
        }
    }
}
