package dev.punctual.deployment.handler;

import java.util.Optional;
import java.util.stream.Stream;

import org.jboss.jandex.Type;

/** Whether {@code @Emits} tells where events go and what they are, and the method returns some. */
final class EmitsRule implements Rule {

    private final PayloadTypes payloads;

    EmitsRule(PayloadTypes payloads) {
        this.payloads = payloads;
    }

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        return method.emits().filter(emits -> method.onEvent().isPresent()).stream()
                .flatMap(emits -> problems(emits, method.method().returnType())
                        .map(problem -> Mistake.in(emits, method, problem)));
    }

    private Stream<String> problems(AnnotationValues emits, Type returned) {
        if (returned.kind() == Type.Kind.VOID) {
            return Stream.of("the method returns nothing that could be published; return a payload, an OutgoingEvent,"
                    + " or an Optional or Collection of either, or remove @Emits");
        }
        return Stream.of(stream(emits.string("stream")), type(emits.string("type"), returned), payload(returned))
                .flatMap(Optional::stream);
    }

    private static Optional<String> stream(String stream) {
        return stream.isBlank() ? Optional.of("stream is '" + stream + "'; name the Kinesis stream") : Optional.empty();
    }

    private static Optional<String> type(String type, Type returned) {
        return type.isBlank() && !Emitted.mayNameTypes(returned)
                ? Optional.of("type is missing, and " + returned + " does not tell it; add type = \"…\","
                        + " or return an OutgoingEvent")
                : Optional.empty();
    }

    private Optional<String> payload(Type returned) {
        Optional<Type> payload = Emitted.payload(returned);
        return payload.isEmpty()
                ? Optional.of("the payload type of " + returned + " is not known; name it, as in List<OrderPaid>"
                        + " or OutgoingEvent<OrderPaid>")
                : payload.flatMap(payloads::problem).map(problem -> "the method returns " + returned + ": " + problem);
    }
}
