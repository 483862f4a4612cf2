package dev.punctual.deployment.handler;

import java.util.stream.Stream;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Ordering;

/** Whether the settings of {@code @Ordered} go together, and whether there is an order to keep. */
final class OrderedRule implements Rule {

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        return method.ordered().stream()
                .flatMap(ordered -> method.onEvent().stream().flatMap(event -> problems(ordered, event, method))
                        .map(problem -> Mistake.in(ordered, method, problem)));
    }

    private static Stream<String> problems(AnnotationValues ordered, AnnotationValues event, AnnotatedMethod method) {
        if (event.string("stream").isEmpty() && !event.string("queue").isEmpty()) {
            return Stream.of("queue '" + event.string("queue")
                    + "' has no order that could be kept; remove @Ordered, or take the events of a stream");
        }
        Ordering ordering = ordered.constant("value", Ordering.class);
        boolean kept = method.idempotent().isPresent();
        return Stream.of(afterDeadLetter(ordering, ordered.constant("afterDeadLetter", AfterDeadLetter.class)),
                supersede(ordering, ordered.bool("supersede"), kept),
                when(ordering == Ordering.PER_KEY && !kept,
                        "value PER_KEY needs the ledger to know which events of a key are unfinished; add @Idempotent"))
                .flatMap(problems -> problems);
    }

    private static Stream<String> afterDeadLetter(Ordering ordering, AfterDeadLetter chosen) {
        if (ordering == Ordering.PER_KEY) {
            return when(chosen == AfterDeadLetter.UNDECIDED,
                    "value PER_KEY leaves open what becomes of a key once one of its events is dead;"
                            + " add afterDeadLetter = RELEASE to run the events behind it, or HALT to make them dead letters, too");
        }
        return when(chosen != AfterDeadLetter.UNDECIDED, "afterDeadLetter " + chosen + " goes with PER_KEY only, and value is "
                + ordering + "; remove it, or order PER_KEY");
    }

    private static Stream<String> supersede(Ordering ordering, boolean supersede, boolean kept) {
        if (ordering == Ordering.UNORDERED) {
            return when(supersede && !kept,
                    "supersede needs the ledger to know which event of a key was handled last; add @Idempotent");
        }
        return when(supersede, "supersede goes with UNORDERED only: " + ordering
                + " lets no event overtake another; remove it, or order UNORDERED");
    }

    private static Stream<String> when(boolean wrong, String problem) {
        return wrong ? Stream.of(problem) : Stream.empty();
    }
}
