package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 11: retry messages and letters carry the bytes that the stream took. */
final class PayloadKept implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        Map<String, Payload> accepted = new HashMap<>();
        history.of(Happening.Accepted.class).forEach(each -> accepted.put(each.event(), each.payload()));
        List<Violation> found = new ArrayList<>();
        for (var happening : history.all()) {
            if (happening instanceof Happening.Parked parked) {
                check("retry message", parked.event(), parked.payload(), accepted, found);
            } else if (happening instanceof Happening.Buried letter) {
                check("letter", letter.event(), letter.payload(), accepted, found);
            }
        }
        return found;
    }

    private static void check(String what, String event, Payload payload, Map<String, Payload> accepted,
            List<Violation> found) {
        if (!payload.equals(accepted.get(event))) {
            found.add(new Violation(11, event,
                    "its " + what + " carries " + payload + ", the stream took " + accepted.get(event)));
        }
    }
}
