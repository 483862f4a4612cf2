package dev.punctual.template.design;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.Ordering;
import dev.punctual.template.application.Handler;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;

/** Finds streams that do not deliver in the order that a handler asks for. */
final class Orders {

    private Orders() {
    }

    static List<Finding> of(Stack stack) {
        List<Finding> findings = new ArrayList<>();
        for (StreamMapping mapping : stack.streamMappings()) {
            stack.application().handlersOf(mapping.stream().source()).forEach(handler -> check(mapping, handler, findings));
        }
        return findings;
    }

    private static void check(StreamMapping mapping, Handler handler, List<Finding> findings) {
        String stream = mapping.stream().source().name();
        boolean keyed = handler.order().ordering() != Ordering.UNORDERED || handler.order().supersede();
        if (keyed && mapping.stream().settings().mode() == StreamMode.ON_DEMAND) {
            findings.add(Finding.error(handler.method(), described(handler) + " needs the stream to keep the order of its keys,"
                    + " and an on-demand stream whose records AWS distributes does not",
                    "set " + Property.ofStream(stream, "mode").name() + "=provisioned"));
        }
        if (handler.order().ordering() == Ordering.PER_SHARD && mapping.parallelizationFactor() > 1) {
            findings.add(Finding.error(handler.method(), described(handler) + " takes the events of a shard one by one, and "
                    + mapping.parallelizationFactor() + " batches of a shard would run at a time",
                    "set " + Property.ofStream(stream, "parallelization-factor").name() + "=1, or @Ordered(PER_KEY)"));
        }
    }

    private static String described(Handler handler) {
        return handler.order().supersede() ? "@Ordered(supersede = true)" : "@Ordered(" + handler.order().ordering() + ')';
    }
}
