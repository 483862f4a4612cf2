package dev.punctual.samples.food.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import dev.punctual.DeadLetters;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;

/** What a person does when the orders are through: looks at the dead letters, opens the closed restaurants, redrives. */
final class Aftermath {

    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long PATIENCE_MILLIS = 60_000;

    private final DeadLetters letters;
    private final Accounts accounts;
    private final PrintStream out;

    Aftermath(DeadLetters letters, Accounts accounts, PrintStream out) {
        this.letters = letters;
        this.accounts = accounts;
        this.out = out;
    }

    void list() {
        out.println();
        out.println("Dead letters by their cause:");
        out.println();
        out.print(LetterGroups.table(letters.groups(LetterFilter.ALL)));
    }

    /**
     * Opens the closed restaurants and redrives their letters.
     *
     * @param reopening the file that opens them
     * @param look reads what has happened into the accounts
     * @return what came of it
     */
    Redriven redrive(Path reopening, Run.Look look) throws IOException, InterruptedException {
        Optional<LetterGroup> closed = letters.groups(LetterFilter.ALL).stream().filter(Aftermath::isOfClosedRestaurants)
                .findFirst();
        if (closed.isEmpty()) {
            out.println("No order was for a closed restaurant: nothing to redrive.");
            return Redriven.NOTHING;
        }
        LetterFilter group = LetterFilter.ofGroup(closed.get().key());
        Set<String> events = new HashSet<>();
        letters.browse(group, letter -> events.add(letter.letter().event().id()) || true);

        out.println();
        out.println("The closed restaurants open again; their " + events.size() + " orders are redriven.");
        Files.createFile(reopening);
        OperationReport report = letters.redrive(group, OperationOptions.by("the run"), progress -> {
        });
        report.failures().forEach(out::println);
        int handled = waitFor(events, look);

        out.println(report.done() + " letters redriven, " + handled + " of their orders handled.");
        list();
        return new Redriven((int) report.done(), handled);
    }

    private static boolean isOfClosedRestaurants(LetterGroup group) {
        return group.example().letter().attempts().latest()
                .filter(attempt -> attempt.failure().exception().endsWith(".RestaurantClosedException")).isPresent();
    }

    /** Until all of them, and what follows from them, are handled; returns how many are. */
    private int waitFor(Set<String> events, Run.Look look) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        int handled = 0;
        while (handled < events.size() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            look.now();
            handled = accounts.handledOf(events);
        }
        return handled;
    }

    /**
     * What came of redriving.
     *
     * @param letters how many letters were redriven
     * @param handled how many of their events were handled then
     */
    record Redriven(int letters, int handled) {

        /** Nothing was redriven. */
        static final Redriven NOTHING = new Redriven(0, 0);

        boolean isComplete() {
            return handled == letters;
        }
    }
}
