package dev.punctual.template.deadline;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;

/** The names of properties, for findings. */
final class Names {

    static final String ATTEMPT_COST = "quarkus.punctual.attempt-cost";
    static final String GUARD = "quarkus.punctual.guard";
    static final String LEDGER_TTL = "quarkus.punctual.ledger.ttl";
    static final String CRASHES = "quarkus.punctual.template.crashes-within-budget";

    private Names() {
    }

    static String ofStream(Source stream, String what) {
        return "quarkus.punctual.template.stream.\"" + stream.name() + "\"." + what;
    }

    static String ofQueue(Source source, String what) {
        return "quarkus.punctual.template.queue.\"" + source.name() + "\"." + what;
    }

    static String ofFunction(FunctionRole role, String what) {
        return "quarkus.punctual.template.function.\"" + role.text() + "\"." + what;
    }

    /** Of the mapping that feeds a source's handlers. */
    static String batchSize(Source source) {
        return source.isStream() ? ofStream(source, "batch-size") : ofQueue(source, "batch-size");
    }
}
