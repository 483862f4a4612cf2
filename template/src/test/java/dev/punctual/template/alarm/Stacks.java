package dev.punctual.template.alarm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import dev.punctual.dispatch.OrderRule;
import dev.punctual.template.Applications;
import dev.punctual.template.application.Application;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.design.Design;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.stack.Stack;

/** Stacks that tests watch. */
final class Stacks {

    private Stacks() {
    }

    static Stack tenHandlers() {
        return Design.of(Applications.tenHandlers(), Applications.tenHandlersSettings()).stack();
    }

    static Stack of(Handler... handlers) {
        return of(List.of(handlers));
    }

    static Stack of(List<Handler> handlers) {
        return Design.of(new Application("shop", handlers, List.of(), false, false, Set.of(), Timing.DEFAULT), Settings.DEFAULT)
                .stack();
    }

    /** With a handler of each of so many streams. */
    static Stack streams(int count) {
        return of(IntStream.range(0, count)
                .mapToObj(index -> Applications.handler("H.h" + index, Source.stream("stream-" + index), "", "10s")).toList());
    }

    static Handler withoutBudget(Source source) {
        return new Handler("Archive.keep", "com.acme.Archive#keep", source, "", Optional.empty(), OrderRule.ANY, false);
    }
}
