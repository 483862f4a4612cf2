package dev.punctual.devui;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.devui.LetterView.Fact;
import dev.punctual.event.EventRecord;

/** What a letter says of its event, a line each; what it does not say is left out. */
final class Facts {

    private final List<Fact> facts = new ArrayList<>();

    private Facts() {
    }

    static List<Fact> of(StoredLetter stored) {
        DeadLetter letter = stored.letter();
        EventRecord event = letter.event();
        Facts facts = new Facts();
        facts.add("Letter id", letter.id());
        facts.add("Handler", letter.handler());
        facts.add("Event type", letter.type());
        facts.add("Event id", letter.eventId());
        facts.add("Correlation id", letter.correlationId());
        facts.add("Source", event.source().name());
        facts.add("Shard", event.shardId());
        facts.add(event.shardId().isEmpty() ? "Message id" : "Sequence number", event.position());
        facts.add("Partition key", event.partitionKey());
        facts.add("Function", letter.function());
        facts.add("Request id", letter.requestId());
        facts.add("Application", letter.application());
        facts.add("Redriven", redriven(letter.redrive()));
        facts.add("Edited", edited(stored.edit()));
        return facts.facts;
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }

    private static String redriven(Redrive redrive) {
        return redrive.count() == 0 ? "" : redrive.count() + " × before; previous letter " + redrive.previousLetter();
    }

    private static String edited(Edit edit) {
        return edit.revision() == 0 ? "" : edit.revision() + " ×, last by " + edit.by() + " at " + edit.at();
    }
}
