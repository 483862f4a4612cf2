package dev.punctual.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

import dev.punctual.PublishException;
import dev.punctual.publish.Transport.UnderWay;

/** What became of events that were published together. */
record Fates(List<UnderWay> events, boolean areAllKnown) {

    boolean areGood() {
        return events.stream().allMatch(Fates::isAccepted);
    }

    /** Why not all are good, all of them told. */
    PublishException failure() {
        PublishException first = events.stream().filter(event -> event.done().isCompletedExceptionally())
                .map(event -> cause(event.done())).findFirst()
                .orElseGet(
                        () -> new PublishException("the wait for the answer was ended before it came", List.of(), List.of()));
        return failure(first, List.of());
    }

    /**
     * Likewise.
     *
     * @param why what refused the first that is not accepted
     * @param notSent the ids of more events that were not accepted
     */
    PublishException failure(PublishException why, List<String> notSent) {
        List<String> accepted = events.stream().filter(Fates::isAccepted).map(UnderWay::id).toList();
        List<String> notAccepted = new ArrayList<>(
                events.stream().filter(event -> !isAccepted(event)).map(UnderWay::id).toList());
        notAccepted.addAll(notSent);
        int count = accepted.size() + notAccepted.size();
        String message = count == 1 ? String.valueOf(why.getMessage())
                : notAccepted.size() + " of " + count + " events were not published; the first: " + why.getMessage();
        PublishException failure = new PublishException(message, accepted, notAccepted);
        failure.initCause(why);
        return failure;
    }

    private static boolean isAccepted(UnderWay event) {
        return event.done().isDone() && !event.done().isCompletedExceptionally();
    }

    private static PublishException cause(CompletableFuture<Void> done) {
        @Nullable
        Throwable thrown = null;
        try {
            done.join();
        } catch (CompletionException e) {
            thrown = e.getCause();
        }
        return thrown instanceof PublishException known ? known
                : new PublishException("its fate is not known: " + thrown, List.of(), List.of());
    }
}
