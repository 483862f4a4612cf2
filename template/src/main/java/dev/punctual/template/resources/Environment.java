package dev.punctual.template.resources;

import java.util.Locale;

import dev.punctual.template.application.Client;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.settings.Packaging;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** What the functions are told by their environment: which they are, and where their queues, ledger, bucket and key are. */
final class Environment {

    private static final String SOURCE = "QUARKUS_PUNCTUAL_SOURCE__";

    private Environment() {
    }

    static Members of(Stack stack, FunctionRole role) {
        Members variables = Value.members().and("QUARKUS_PUNCTUAL_FUNCTION", role.text());
        for (Stream stream : stack.streams()) {
            variables = variables.and(prefix(stream.source()) + "NAME", References.name(stream));
        }
        for (Source source : stack.application().sources()) {
            variables = variables.and(queues(stack, source));
        }
        if (stack.hasLedger()) {
            variables = variables.and("QUARKUS_PUNCTUAL_LEDGER_TABLE", Value.ref(Ledgers.ID));
        }
        if (stack.hasBucket()) {
            variables = variables.and("QUARKUS_PUNCTUAL_CLAIM_CHECK_BUCKET", Value.ref(Buckets.ID));
        }
        if (stack.hasKey() && stack.application().has(Client.KMS)) {
            variables = variables.and("QUARKUS_PUNCTUAL_ENCRYPTION_KMS_KEY", Keys.arn(stack.settings().key()));
        }
        // Of the executable: Lambda freezes the process, and ends it as it likes.
        return stack.settings().packaging() instanceof Packaging.NativeZip
                ? variables.and("DISABLE_SIGNAL_HANDLERS", "true")
                : variables;
    }

    private static Members queues(Stack stack, Source source) {
        Members variables = Value.members();
        for (Queue queue : stack.queues()) {
            if (!queue.source().equals(source)) {
                continue;
            }
            variables = switch (queue.purpose()) {
                case SOURCE -> variables.and(prefix(source) + "NAME", References.name(queue));
                case RETRY -> variables.and(prefix(source) + "RETRY_QUEUE_URL", References.url(queue));
                case ON_FAILURE -> variables.and(prefix(source) + "ON_FAILURE_QUEUE_URL", References.url(queue));
                case DEAD_LETTER -> variables.and(prefix(source) + "DEAD_LETTER_QUEUE_URL", References.url(queue));
            };
        }
        return variables;
    }

    /** As MicroProfile Config names environment variables: what is no letter or digit is an underscore, quotes too. */
    static String prefix(Source source) {
        return SOURCE + source.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "__";
    }
}
