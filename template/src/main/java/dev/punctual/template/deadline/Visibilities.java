package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.Stack;

/** Finds queues that show a message again while its function may still have it. */
final class Visibilities {

    private static final int ADVISED = 6;

    /** A queue, and the function that it feeds. */
    private record Feed(Queue queue, FunctionRole role, Duration timeout) {

        String described() {
            return Spans.text(queue.visibilityTimeout()) + ", and the timeout of the " + role.text() + " function is "
                    + Spans.text(timeout);
        }
    }

    private Visibilities() {
    }

    /** One finding for a source's queues, which share the setting: of the function that takes longest. */
    static List<Finding> of(Stack stack, Source source) {
        Optional<Feed> longest = stack.queues().stream().filter(queue -> queue.source().equals(source))
                .flatMap(queue -> queue.feeds()
                        .map(role -> new Feed(queue, role, stack.function(role).settings().timeout())).stream())
                .filter(feed -> feed.queue().visibilityTimeout().compareTo(feed.timeout().multipliedBy(ADVISED)) < 0)
                .max(Comparator.comparing(Feed::timeout));
        return longest.map(feed -> finding(source, feed)).stream().toList();
    }

    private static Finding finding(Source source, Feed feed) {
        String where = Names.ofQueue(source, "visibility-timeout");
        Duration hidden = feed.queue().visibilityTimeout();
        String advised = "set it to " + Spans.setting(feed.timeout().multipliedBy(ADVISED))
                + ", six timeouts, or leave it unset";
        if (hidden.compareTo(feed.timeout()) < 0) {
            return Finding.error(where, "a message is hidden for " + feed.described() + ": AWS refuses such a mapping",
                    advised + lower(feed, hidden));
        }
        return Finding.warning(where, "a message is hidden for only " + feed.described()
                + ": while the function is throttled, others may receive it and its receives are used up",
                advised + lower(feed, hidden.dividedBy(ADVISED)));
    }

    private static String lower(Feed feed, Duration timeout) {
        Duration whole = Spans.floorToSeconds(timeout);
        return whole.isZero() ? "" : ", or " + Names.ofFunction(feed.role(), "timeout") + " to " + Spans.setting(whole);
    }
}
