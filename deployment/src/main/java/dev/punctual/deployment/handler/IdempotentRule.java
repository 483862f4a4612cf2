package dev.punctual.deployment.handler;

import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

import dev.punctual.Idempotent;

/** Whether the key of {@code @Idempotent} can be read from the payload, and tells events apart. */
final class IdempotentRule implements Rule {

    private final PayloadTypes payloads;
    private final PayloadProperties properties;
    private final KeyTypes types;

    IdempotentRule(IndexView index) {
        this.payloads = new PayloadTypes(index);
        this.properties = new PayloadProperties(index);
        this.types = new KeyTypes(index);
    }

    /** Whether a key names a property of the payload. */
    static boolean isProperty(String key) {
        return !key.isEmpty() && !key.equals(Idempotent.EVENT_ID);
    }

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        return method.idempotent().filter(idempotent -> method.onEvent().isPresent()).stream()
                .flatMap(idempotent -> problem(idempotent.string("key"), method).stream()
                        .map(problem -> Mistake.in(idempotent, method, problem)));
    }

    private Optional<String> problem(String key, AnnotatedMethod method) {
        if (key.isBlank()) {
            return key.isEmpty() ? Optional.empty()
                    : Optional.of("key '" + key + "' is blank; name a property of the payload, or leave it out");
        }
        return isProperty(key) ? payload(method).flatMap(payload -> problem(key, payload)) : Optional.empty();
    }

    /** The payload's type, if it is known and nothing is wrong with it. */
    private Optional<Type> payload(AnnotatedMethod method) {
        EventParameters parameters = EventParameters.of(method.method());
        return parameters.payloads().size() == 1
                ? Optional.of(parameters.payloads().get(0)).filter(type -> payloads.problem(type).isEmpty())
                : Optional.empty();
    }

    private Optional<String> problem(String key, Type payload) {
        if (PayloadTypes.isBytes(payload)) {
            return Optional.of("key '" + key + "' names a property, but byte[] has none; take a record or a class,"
                    + " or use Idempotent.EVENT_ID");
        }
        return properties.find(payload, key)
                .map(property -> types.problem(property).map(problem -> "key '" + key + "': " + problem))
                .orElseGet(() -> Optional.of("key '" + key + "' is not a public method without parameters, record component"
                        + " or getter of " + payload + "; " + mend(properties.names(payload))));
    }

    private static String mend(SortedSet<String> names) {
        return names.isEmpty() ? "it has none, add one that returns the key"
                : "there are " + names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "))
                        + ", or add one that returns the key";
    }
}
